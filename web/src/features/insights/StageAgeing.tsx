import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { ChartHandle, EChartsOption } from '@/ui/chart/Chart';
import { ChartCard } from '@/ui/chart/ChartCard';
import { between, type Look, useLook } from '@/ui/chart/look';
import { base, stageAxis, tip } from '@/ui/chart/options';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { type AgeingStage, type Asked, stageAgeingQuery } from './api';
import { DealsLink } from './DealsLink';
import { DefinitionButton } from './DefinitionButton';
import { useLeftOut } from './leftOut';
import { barsHeight, busyStages, stageNames } from './stageName';
import { drillSearch } from './useQuestion';

const NARROW = '(max-width: 640px)';
const Chart = lazy(() => import('@/ui/chart/Chart'));

/** Fresh ones in the accent, ever deeper; beyond two months the warning, beyond three the alarm. */
function ages(look: Look): string[] {
  return [...between(look.accentSoft, look.accent, 4), look.risk, look.lost];
}

export function StageAgeing({ asked }: { asked: Asked }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const look = useLook();
  const navigate = useNavigate();
  const leftOut = useLeftOut();
  const { data, error, refetch } = useQuery(stageAgeingQuery(asked));
  const chart = useRef<ChartHandle>(null);
  const stages = useMemo(() => busyStages(data?.stages ?? [], (stage) => stage.n), [data]);
  const nameOf = useMemo(() => stageNames(stages), [stages]);
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false }) ?? false;
  const top = narrow ? 50 : 30;
  const height = barsHeight(stages.length, top);
  const buckets = useMemo(() => stages[0]?.buckets.map((bucket) => bucket.days) ?? [], [stages]);

  const option = useMemo((): EChartsOption => {
    const colours = ages(look);
    const deals = (count: number) => t('deals', { count, n: format.number(count) });
    return {
      ...base(look),
      grid: { ...(base(look).grid as object), top, right: 84 },
      tooltip: {
        ...base(look).tooltip,
        formatter: (found: unknown) => {
          const stage = stages[(found as { dataIndex: number }[])[0]?.dataIndex ?? 0];
          if (!stage) return '';
          return tip(nameOf(stage), [
            ...stage.buckets.map((bucket, index) => ({
              label: t('dayRange', { days: bucket.days.replace('-', '–') }),
              value: format.number(bucket.count),
              colour: colours[index] ?? look.accent,
            })),
            { label: t('rotting'), value: format.number(stage.rotting) },
          ]);
        },
      },
      xAxis: { type: 'value', max: 1, show: false },
      yAxis: stageAxis(
        look,
        stages.map((stage) => nameOf(stage, '\n')),
        narrow,
      ),
      series: buckets.map((days, index) => ({
        type: 'bar' as const,
        stack: 'age',
        name: t('dayRange', { days: days.replace('-', '–') }),
        color: colours[index] ?? look.accent,
        barMaxWidth: 22,
        cursor: 'pointer',
        itemStyle: { borderColor: look.surface, borderWidth: 1 },
        data: stages.map((stage) => (stage.n === 0 ? 0 : (stage.buckets[index]?.count ?? 0) / stage.n)),
        ...(index === buckets.length - 1 && {
          label: {
            show: true,
            position: 'right' as const,
            color: look.soft,
            fontSize: 12,
            formatter: ({ dataIndex }: { dataIndex: number }) => deals(stages[dataIndex]?.n ?? 0),
          },
        }),
      })),
    };
  }, [stages, buckets, look, format, nameOf, narrow, top, t]);

  const days = (value: number | null) => (value === null ? t('notEnough') : format.days(value, 1));
  const columns: TableColumn<AgeingStage>[] = [
    {
      id: 'stage',
      header: t('column.stage'),
      left: true,
      cell: (row) => <DealsLink drill={row.drill}>{nameOf(row)}</DealsLink>,
    },
    { id: 'n', header: t('column.deals'), cell: (row) => format.number(row.n), value: (row) => row.n },
    { id: 'median', header: t('median'), cell: (row) => days(row.median), value: (row) => row.median },
    { id: 'p80', header: 'P80', cell: (row) => days(row.p80), value: (row) => row.p80 },
    {
      id: 'rotting',
      header: t('rotting'),
      cell: (row) =>
        row.rottingDays === null
          ? '–'
          : t('rottingOver', { count: row.rotting, days: format.days(row.rottingDays) }),
      value: (row) => row.rotting,
    },
    ...buckets.map(
      (label, index): TableColumn<AgeingStage> => ({
        id: label,
        header: t('dayRange', { days: label.replace('-', '–') }),
        cell: (row) => format.number(row.buckets[index]?.count ?? 0),
        value: (row) => row.buckets[index]?.count ?? 0,
      }),
    ),
    { id: 'left', header: t('column.left'), cell: (row) => leftOut(row.left).join(', ') || '–' },
  ];

  return (
    <ChartCard
      title={t('chart.stageAgeing')}
      ready={data !== undefined}
      definition={
        data && (
          <DefinitionButton of={data.definition} title={t('chart.stageAgeing')} about={data} n={data.n} />
        )
      }
      error={error}
      onRetry={() => void refetch()}
      height={height}
      nothing={data && data.n === 0 ? t('nothing.open') : undefined}
      chart={
        <Chart
          option={option}
          height={height}
          label={t('ui:chart.label', { chart: t('chart.stageAgeing') })}
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
          label={t('chart.stageAgeing')}
          rows={stages}
          rowId={(row) => row.stageId}
          columns={columns}
        />
      }
      sheet={() => [
        [t('column.stage'), t('column.deals'), t('median'), 'P80', t('rotting'), ...buckets],
        ...stages.map((row) => [
          nameOf(row),
          row.n,
          row.median,
          row.p80,
          row.rotting,
          ...row.buckets.map((bucket) => bucket.count),
        ]),
      ]}
    />
  );
}
