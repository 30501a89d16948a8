import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { ChartHandle, EChartsOption } from '@/ui/chart/Chart';
import { ChartCard } from '@/ui/chart/ChartCard';
import { useLook } from '@/ui/chart/look';
import { amounts, base, categories, tip } from '@/ui/chart/options';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { type Asked, type Month, wonByMonthQuery } from './api';
import { DealsLink } from './DealsLink';
import { DefinitionButton } from './DefinitionButton';
import { drillSearch } from './useQuestion';

const Chart = lazy(() => import('@/ui/chart/Chart'));
const HEIGHT = 260;

/** `Mar` with the year under the first month of each year. */
function monthLabels(months: readonly Month[], locale: string): string[] {
  const short = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return months.map(({ month }, index) => {
    const name = short.format(new Date(`${month}-01T00:00Z`));
    const first = index === 0 || month.endsWith('-01');
    return first ? `${name}\n${month.slice(0, 4)}` : name;
  });
}

export function WonByMonth({ asked }: { asked: Asked }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const look = useLook();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(wonByMonthQuery(asked));
  const [shown, setShown] = useState<'value' | 'deals'>('value');
  const chart = useRef<ChartHandle>(null);
  const narrow = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false }) ?? false;
  const months = useMemo(() => data?.months ?? [], [data]);
  const currency = data?.currency ?? 'EUR';

  const option = useMemo((): EChartsOption => {
    const counted = months.length <= (narrow ? 12 : 36);
    const bar = {
      type: 'bar' as const,
      barMaxWidth: 34,
      itemStyle: { borderRadius: [3, 3, 0, 0] },
      cursor: 'pointer',
    };
    const won = { ...bar, name: t('won'), color: look.won };
    const lost = { ...bar, name: t('lost'), color: look.lost, barGap: '12%' };
    return {
      ...base(look),
      tooltip: {
        ...base(look).tooltip,
        formatter: (found: unknown) => {
          const at = (found as { dataIndex: number }[])[0]?.dataIndex ?? 0;
          const month = months[at];
          if (!month) return '';
          return tip(format.month(month.month), [
            { label: t('wonValue'), value: format.money(month.won.value, currency, true), colour: look.won },
            { label: t('won'), value: format.number(month.won.count) },
            { label: t('lost'), value: format.number(month.lost.count), colour: look.lost },
          ]);
        },
      },
      xAxis: categories(look, monthLabels(months, format.locale), { lineHeight: 15 }),
      yAxis: amounts(look, (value) =>
        shown === 'value' ? format.moneyCompact(value, currency) : format.number(value),
      ),
      series:
        shown === 'value'
          ? [
              {
                ...won,
                name: t(counted ? 'wonValueCounted' : 'wonValue'),
                data: months.map((month) => Number(month.won.value)),
                label: {
                  show: counted,
                  position: 'top' as const,
                  color: look.soft,
                  fontSize: 11,
                  formatter: ({ dataIndex }: { dataIndex: number }) => {
                    const count = months[dataIndex]?.won.count ?? 0;
                    return count > 0 ? format.number(count) : '';
                  },
                },
              },
            ]
          : [
              { ...won, data: months.map((month) => month.won.count) },
              { ...lost, data: months.map((month) => month.lost.count) },
            ],
    };
  }, [months, shown, look, format, currency, narrow, t]);

  const columns: TableColumn<Month>[] = [
    {
      id: 'month',
      header: t('column.month'),
      left: true,
      cell: (row) => <DealsLink drill={row.drill}>{format.month(row.month)}</DealsLink>,
      value: (row) => row.month,
    },
    {
      id: 'won',
      header: t('won'),
      cell: (row) => format.number(row.won.count),
      value: (row) => row.won.count,
    },
    {
      id: 'value',
      header: t('wonValue'),
      cell: (row) => format.money(row.won.value, currency, true),
      value: (row) => Number(row.won.value),
    },
    {
      id: 'lost',
      header: t('lost'),
      cell: (row) => format.number(row.lost.count),
      value: (row) => row.lost.count,
    },
  ];

  return (
    <ChartCard
      title={t('chart.wonByMonth')}
      ready={data !== undefined}
      definition={
        data && (
          <DefinitionButton of={data.definition} title={t('chart.wonByMonth')} about={data} n={data.n} />
        )
      }
      error={error}
      onRetry={() => void refetch()}
      height={HEIGHT}
      wide
      controls={
        <SegmentedControl
          size="xs"
          aria-label={t('measure')}
          value={shown}
          onChange={(value) => setShown(value as 'value' | 'deals')}
          data={[
            { value: 'value', label: t('byValue') },
            { value: 'deals', label: t('byDeals') },
          ]}
        />
      }
      nothing={months.length === 0 ? t('nothing.closed') : undefined}
      chart={
        <Chart
          option={option}
          height={HEIGHT}
          label={t('ui:chart.label', { chart: t('chart.wonByMonth') })}
          handle={chart}
          onPick={(index) => {
            const month = months[index];
            if (month) void navigate({ to: '/deals' as never, search: drillSearch(month.drill) as never });
          }}
        />
      }
      png={() => chart.current?.png(look.surface)}
      table={
        <SortableTable
          label={t('chart.wonByMonth')}
          rows={months}
          rowId={(row) => row.month}
          columns={columns}
        />
      }
      sheet={() => [
        [t('column.month'), t('won'), `${t('wonValue')} (${currency})`, t('lost')],
        ...months.map((row) => [row.month, row.won.count, Number(row.won.value), row.lost.count]),
      ]}
    />
  );
}
