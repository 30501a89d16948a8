import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { ChartCard } from '@/ui/chart/ChartCard';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { pipelinesQuery } from '../models/pipelines';
import { type LeverEffect, leversQuery, type Outlook } from './api';
import { MathsButton } from './Maths';
import classes from './Outlook.module.css';
import { changeText } from './words';

/** Where ten percent more deals going on would bring most. */
export function Levers({ outlook }: { outlook: Outlook }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const { data, error, refetch } = useQuery(leversQuery);
  const { data: pipelines = [] } = useQuery(pipelinesQuery);
  const { currency } = outlook;
  // A stage through which nothing goes is no lever.
  const rows = (data ?? [])
    .filter((row) => Number(row.p90) >= 1)
    .sort((a, b) => Number(b.p50) - Number(a.p50));
  const most = Math.max(1, ...rows.map((row) => Number(row.p90)));
  const several = new Set(rows.map((row) => row.pipelineId)).size > 1;
  const at = (amount: number) => `${(100 * Math.min(most, Math.max(0, amount))) / most}%`;
  const name = (row: LeverEffect) => {
    const pipeline = pipelines.find((each) => each.id === row.pipelineId);
    // The stage may have been renamed since.
    const stage = pipeline?.stages.find((each) => each.id === row.stageId)?.name ?? row.stage;
    return several && pipeline ? `${stage} · ${pipeline.name}` : stage;
  };
  const columns: TableColumn<LeverEffect>[] = [
    { id: 'stage', header: t('levers.stage'), left: true, value: name, cell: name },
    {
      id: 'bar',
      header: t('levers.effect'),
      left: true,
      cell: (row) => (
        <span className={classes.lever} aria-hidden>
          <span className={classes.leverFill} style={{ inlineSize: at(Number(row.p50)) }} />
          <span
            className={classes.leverRange}
            style={{
              insetInlineStart: at(Number(row.p10)),
              inlineSize: at(Number(row.p90) - Math.max(0, Number(row.p10))),
            }}
          />
        </span>
      ),
    },
    {
      id: 'p50',
      header: t('median'),
      value: (row) => Number(row.p50),
      cell: (row) => (
        <strong title={format.money(row.p50, currency)}>{changeText(row.p50, currency, format)}</strong>
      ),
    },
    {
      id: 'range',
      header: 'P10 … P90',
      cell: (row) => `${changeText(row.p10, currency, format)} … ${changeText(row.p90, currency, format)}`,
    },
  ];
  const title = t('levers.title');
  return (
    <ChartCard
      title={title}
      ready={data !== undefined}
      definition={<MathsButton outlook={outlook} of="levers" title={title} />}
      error={error}
      onRetry={() => void refetch()}
      height={200}
      wide
      nothing={rows.length === 0 ? t('levers.none') : undefined}
      chart={
        <>
          <p className={classes.note}>{t('levers.lead')}</p>
          <SortableTable label={title} rows={rows} rowId={(row) => row.stageId} columns={columns} />
        </>
      }
      sheet={() => [
        [t('levers.stage'), 'P10', t('column.p50'), 'P90'],
        ...rows.map((row) => [name(row), Number(row.p10), Number(row.p50), Number(row.p90)]),
      ]}
    />
  );
}
