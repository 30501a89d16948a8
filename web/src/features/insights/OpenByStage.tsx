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
import { base, stageAxis, tip } from '@/ui/chart/options';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { type Asked, type OpenStage, openByStageQuery } from './api';
import { DealsLink } from './DealsLink';
import { DefinitionButton } from './DefinitionButton';
import { useLeftOut } from './leftOut';
import { barsHeight, busyStages, stageNames } from './stageName';
import { drillSearch } from './useQuestion';

const NARROW = '(max-width: 640px)';
const Chart = lazy(() => import('@/ui/chart/Chart'));

export function OpenByStage({ asked }: { asked: Asked }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const look = useLook();
  const navigate = useNavigate();
  const leftOut = useLeftOut();
  const { data, error, refetch } = useQuery(openByStageQuery(asked));
  const [chosen, setChosen] = useState<'value' | 'deals' | null>(null);
  const chart = useRef<ChartHandle>(null);
  const stages = useMemo(() => busyStages(data?.stages ?? [], (stage) => stage.count), [data]);
  const nameOf = useMemo(() => stageNames(stages), [stages]);
  const currency = data?.currency ?? 'EUR';
  // Without any amount, bars of value would be an empty chart over a full pipeline.
  const shown = chosen ?? (stages.some((stage) => Number(stage.value) !== 0) ? 'value' : 'deals');
  const top = shown === 'value' ? 30 : 4;
  const height = barsHeight(stages.length, top);
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false }) ?? false;

  const option = useMemo((): EChartsOption => {
    const deals = (count: number) => t('deals', { count, n: format.number(count) });
    const bar = { type: 'bar' as const, barMaxWidth: 22, cursor: 'pointer' };
    const label = {
      show: true,
      position: 'right' as const,
      color: look.soft,
      fontSize: 12,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const stage = stages[dataIndex];
        if (!stage) return '';
        const count = deals(stage.count);
        return shown === 'value' ? `${format.moneyCompact(stage.value, currency)} · ${count}` : count;
      },
    };
    return {
      ...base(look),
      grid: { ...(base(look).grid as object), top, right: shown === 'value' ? 132 : 84 },
      tooltip: {
        ...base(look).tooltip,
        formatter: (found: unknown) => {
          const stage = stages[(found as { dataIndex: number }[])[0]?.dataIndex ?? 0];
          if (!stage) return '';
          return tip(nameOf(stage), [
            { label: t('column.deals'), value: format.number(stage.count) },
            { label: t('value'), value: format.money(stage.value, currency, true) },
            {
              label: `${t('weighted')} (${format.percent(stage.probability)})`,
              value: format.money(stage.weighted, currency, true),
            },
          ]);
        },
      },
      xAxis: { type: 'value', show: false },
      yAxis: stageAxis(
        look,
        stages.map((stage) => nameOf(stage, '\n')),
        narrow,
      ),
      series:
        shown === 'value'
          ? [
              {
                ...bar,
                name: t('value'),
                color: look.accentSoft,
                itemStyle: { borderRadius: [0, 3, 3, 0], borderColor: look.accent, borderWidth: 1 },
                data: stages.map((stage) => Number(stage.value)),
                label,
                barGap: '-100%',
              },
              {
                ...bar,
                name: t('weighted'),
                color: look.accent,
                itemStyle: { borderRadius: [0, 3, 3, 0] },
                data: stages.map((stage) => Number(stage.weighted)),
                z: 3,
              },
            ]
          : [
              {
                ...bar,
                name: t('column.deals'),
                color: look.accent,
                itemStyle: { borderRadius: [0, 3, 3, 0] },
                data: stages.map((stage) => stage.count),
                label,
              },
            ],
      ...(shown === 'deals' && { legend: { show: false } }),
    };
  }, [stages, shown, look, format, currency, nameOf, narrow, top, t]);

  const money = (amount: string) => format.money(amount, currency, true);
  const columns: TableColumn<OpenStage>[] = [
    {
      id: 'stage',
      header: t('column.stage'),
      left: true,
      cell: (row) => <DealsLink drill={row.drill}>{nameOf(row)}</DealsLink>,
    },
    {
      id: 'deals',
      header: t('column.deals'),
      cell: (row) => format.number(row.count),
      value: (row) => row.count,
    },
    { id: 'value', header: t('value'), cell: (row) => money(row.value), value: (row) => Number(row.value) },
    {
      id: 'probability',
      header: t('column.probability'),
      cell: (row) => format.percent(row.probability),
      value: (row) => row.probability,
    },
    {
      id: 'weighted',
      header: t('weighted'),
      cell: (row) => money(row.weighted),
      value: (row) => Number(row.weighted),
    },
    { id: 'left', header: t('column.left'), cell: (row) => leftOut(row.left).join(', ') || '–' },
  ];

  return (
    <ChartCard
      title={t('chart.openByStage')}
      ready={data !== undefined}
      definition={
        data && (
          <DefinitionButton of={data.definition} title={t('chart.openByStage')} about={data} n={data.n} />
        )
      }
      error={error}
      onRetry={() => void refetch()}
      height={height}
      controls={
        <SegmentedControl
          size="xs"
          aria-label={t('measure')}
          value={shown}
          onChange={(value) => setChosen(value as 'value' | 'deals')}
          data={[
            { value: 'value', label: t('byValue') },
            { value: 'deals', label: t('byDeals') },
          ]}
        />
      }
      nothing={data && data.n === 0 ? t('nothing.open') : undefined}
      chart={
        <Chart
          option={option}
          height={height}
          label={t('ui:chart.label', { chart: t('chart.openByStage') })}
          handle={chart}
          onPick={(index) => {
            const stage = stages[index];
            if (stage) void navigate({ to: '/deals' as never, search: drillSearch(stage.drill) as never });
          }}
        />
      }
      png={() => chart.current?.png(look.surface)}
      table={
        <SortableTable
          label={t('chart.openByStage')}
          rows={stages}
          rowId={(row) => row.stageId}
          columns={columns}
        />
      }
      sheet={() => [
        [
          t('column.stage'),
          t('column.deals'),
          `${t('value')} (${currency})`,
          t('column.probability'),
          t('weighted'),
        ],
        ...stages.map((row) => [
          nameOf(row),
          row.count,
          Number(row.value),
          row.probability,
          Number(row.weighted),
        ]),
      ]}
    />
  );
}
