import { lazy, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { ChartHandle } from '@/ui/chart/Chart';
import { ChartCard } from '@/ui/chart/ChartCard';
import { useLook } from '@/ui/chart/look';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { TableCard } from '@/ui/chart/TableCard';
import { AboutButton, type AboutProps } from './About';
import type { Bin, ChanceScore } from './api';
import { calibrationOption } from './calibrationOption';
import classes from './Record.module.css';
import { capital } from './words';

const Chart = lazy(() => import('@/ui/chart/Chart'));
const HEIGHT = 300;

interface ChancesProps {
  scores: readonly ChanceScore[];
  about: Omit<AboutProps, 'of'>;
}

/** How good the chances of single deals were, beside those of stages. */
export function Chances({ scores, about }: ChancesProps) {
  const { t } = useTranslation('record');
  const format = useFormat();
  const title = t('chances.title');
  const name = ({ method }: ChanceScore) => capital(t(`method.${method}`), format.locale);
  const measure = (
    id: 'brier' | 'logLoss' | 'slope' | 'intercept',
    digits: number,
  ): TableColumn<ChanceScore> => ({
    id,
    header: t(`measure.${id}.name`),
    about: <AboutButton {...about} of={id} />,
    value: (row) => row[id],
    cell: (row) => (row[id] === null ? '–' : format.number(row[id], digits)),
  });
  const columns: TableColumn<ChanceScore>[] = [
    {
      id: 'method',
      header: t('methods.method'),
      left: true,
      value: name,
      cell: (row) => (
        <span className={classes.method} data-own={row.method === 'nurt' || undefined}>
          {name(row)}
        </span>
      ),
    },
    measure('brier', 3),
    measure('logLoss', 3),
    measure('slope', 2),
    measure('intercept', 2),
    {
      id: 'deals',
      header: t('chances.deals'),
      value: (row) => row.deals,
      cell: (row) => format.number(row.deals),
    },
  ];
  return (
    <TableCard
      title={title}
      lead={t('chances.lead')}
      definition={<AboutButton {...about} of="brier" title={title} />}
      rows={scores}
      rowId={(row) => row.method}
      columns={columns}
      nothing={t('chances.none')}
    />
  );
}

/** Chances told against the share that came true, with how many deals each point stands for. */
export function Calibration({ bins, about }: { bins: readonly Bin[]; about: Omit<AboutProps, 'of'> }) {
  const { t } = useTranslation('record');
  const format = useFormat();
  const look = useLook();
  const chart = useRef<ChartHandle>(null);
  const title = t('calibration.title');
  const group = (bin: Bin) => `${format.number(bin.from * 100)}–${format.percent(bin.to)}`;
  const deals = (bin: Bin) => t('calibration.deals', { count: bin.deals, n: format.number(bin.deals) });
  const shown = bins.filter((bin) => bin.deals > 0);
  const columns: TableColumn<Bin>[] = [
    {
      id: 'from',
      header: t('calibration.group'),
      left: true,
      value: (bin) => bin.from,
      cell: group,
    },
    {
      id: 'deals',
      header: t('calibration.count'),
      value: (bin) => bin.deals,
      cell: (bin) => format.number(bin.deals),
    },
    {
      id: 'told',
      header: t('calibration.told'),
      value: (bin) => bin.told,
      cell: (bin) => format.percent(bin.told, 1),
    },
    {
      id: 'came',
      header: t('calibration.came'),
      value: (bin) => bin.came,
      cell: (bin) => format.percent(bin.came, 1),
    },
  ];
  return (
    <ChartCard
      title={title}
      ready
      definition={<AboutButton {...about} of="calibration" title={title} />}
      error={null}
      onRetry={() => undefined}
      height={HEIGHT}
      nothing={shown.length === 0 ? t('chances.none') : undefined}
      chart={
        <>
          <p className={classes.note}>{t('calibration.lead')}</p>
          <Chart
            option={calibrationOption(shown, {
              look,
              format,
              words: {
                told: t('calibration.told'),
                came: t('calibration.came'),
                right: t('calibration.right'),
                points: t('calibration.points'),
                title: (bin) => `${group(bin)}: ${deals(bin)}`,
              },
            })}
            height={HEIGHT}
            label={t('ui:chart.label', { chart: title })}
            handle={chart}
          />
        </>
      }
      table={<SortableTable label={title} rows={shown} rowId={(bin) => String(bin.from)} columns={columns} />}
      sheet={() => [
        columns.map((column) => column.header),
        ...shown.map((bin) => [group(bin), bin.deals, bin.told, bin.came]),
      ]}
      png={() => chart.current?.png(look.surface)}
    />
  );
}
