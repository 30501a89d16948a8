import { useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { ChartHandle } from '@/ui/chart/Chart';
import { ChartCard } from '@/ui/chart/ChartCard';
import { useLook } from '@/ui/chart/look';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { AboutButton, type AboutProps } from './About';
import type { Past } from './judge';
import { PlaceText } from './PlaceText';
import classes from './Record.module.css';
import { toldOption } from './toldOption';

const Chart = lazy(() => import('@/ui/chart/Chart'));
const HEIGHT = 340;
const ON_PHONE = 12;

interface ToldChartProps {
  past: readonly Past[];
  currency: string;
  about: Omit<AboutProps, 'of'>;
}

/** What was told at each moment against what came; each leads to the forecast as it stood. */
export function ToldChart({ past, currency, about }: ToldChartProps) {
  const { t } = useTranslation('record');
  const format = useFormat();
  const look = useLook();
  const navigate = useNavigate();
  const chart = useRef<ChartHandle>(null);
  const narrow = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false }) ?? false;
  const drawn = narrow ? past.slice(-ON_PHONE) : past;
  const title = t('told.title');
  const option = toldOption(drawn, currency, {
    look,
    format,
    narrow,
    words: {
      band: t('told.band'),
      hit: t('told.hit'),
      miss: t('told.miss'),
      until: t('told.until'),
      median: t('told.median'),
      range: t('told.range'),
      came: t('told.came'),
      place: (each) => t(`told.${each.place ?? 'notOver'}`),
      title: (each) => t('told.of', { day: format.date(each.asOf) }),
    },
  });
  const amount = (id: 'p10' | 'p50' | 'p90' | 'came', header: string): TableColumn<Past> => ({
    id,
    header,
    value: (row) => row[id],
    cell: (row) => (row[id] === null ? '–' : format.money(row[id], currency, true)),
  });
  const columns: TableColumn<Past>[] = [
    {
      id: 'asOf',
      header: t('told.asOf'),
      left: true,
      value: (row) => row.asOf,
      cell: (row) => (
        <Link
          to={'/forecast' as never}
          search={{ snapshot: row.snapshotId } as never}
          className={classes.link}
          title={t('told.open')}
        >
          {format.date(row.asOf)}
        </Link>
      ),
    },
    amount('p50', t('told.median')),
    amount('came', t('told.came')),
    {
      id: 'place',
      header: t('told.place'),
      left: true,
      value: (row) => row.place ?? '',
      cell: (row) => <PlaceText place={row.place} />,
    },
    amount('p10', 'P10'),
    amount('p90', 'P90'),
    {
      id: 'until',
      header: t('told.until'),
      left: true,
      value: (row) => row.until,
      cell: (row) => format.date(row.until),
    },
  ];
  const newestFirst = [...past].reverse();
  return (
    <ChartCard
      title={title}
      ready
      definition={<AboutButton {...about} of="coverage" title={title} />}
      error={null}
      onRetry={() => undefined}
      height={HEIGHT}
      wide
      chart={
        <Chart
          option={option}
          height={HEIGHT}
          label={t('ui:chart.label', { chart: title })}
          handle={chart}
          wholeColumn
          onPick={(index) => {
            const each = drawn[index];
            if (each) void navigate({ to: '/forecast', search: { snapshot: each.snapshotId } as never });
          }}
        />
      }
      table={
        <SortableTable label={title} rows={newestFirst} rowId={(row) => row.snapshotId} columns={columns} />
      }
      sheet={() => [
        columns.map((column) => column.header),
        ...newestFirst.map((row) => [
          row.asOf,
          row.p50,
          row.came,
          t(`told.${row.place ?? 'notOver'}`),
          row.p10,
          row.p90,
          row.until,
        ]),
      ]}
      png={() => chart.current?.png(look.surface)}
    />
  );
}
