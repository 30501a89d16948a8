import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { ChartHandle } from '@/ui/chart/Chart';
import { ChartCard } from '@/ui/chart/ChartCard';
import { useLook } from '@/ui/chart/look';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import type { Place } from '../record/judge';
import { toldQuery, type Whole } from './api';
import { type FanPoint, fanOption, fanPoints, placeOfPoint } from './fanOption';
import { MathsButton } from './Maths';

const Chart = lazy(() => import('@/ui/chart/Chart'));
const HEIGHT = 320;

interface FanProps {
  outlook: Whole;
  onPick: (label: string) => void;
}

/** What came in the past year, and the range of what comes, month by month. */
export function Fan({ outlook, onPick }: FanProps) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const look = useLook();
  const chart = useRef<ChartHandle>(null);
  const narrow = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false }) ?? false;
  const { data: told = [] } = useQuery(toldQuery(outlook.measure, outlook.snapshotId));
  const all = fanPoints(outlook, told);
  const points = narrow ? all.slice(6, 19) : all;
  const { currency } = outlook;
  const title = t(`fan.title.${outlook.measure}`);
  const words = {
    actual: t(`fan.actual.${outlook.measure}`),
    came: t('fan.came'),
    median: t('median'),
    band: t('fan.band'),
    told: t('fan.told'),
    notYet: t('fan.soFar'),
    afterwards: t('fan.afterwards'),
    place: (place: Place) => t(`record:told.${place}`),
  };
  const option = fanOption(points, outlook, { look, format, words, narrow });
  const placeText = (point: FanPoint) => {
    const place = placeOfPoint(point);
    return place ? t(`record:told.${place}`) : '';
  };
  const amount = (
    id: string,
    header: string,
    pick: (point: FanPoint) => string | number | null | undefined,
  ) => ({
    id,
    header,
    value: (point: FanPoint) => {
      const value = pick(point);
      return value === null || value === undefined ? null : Number(value);
    },
    cell: (point: FanPoint) => {
      const value = pick(point);
      return value === null || value === undefined ? '–' : format.money(value, currency, true);
    },
  });
  const columns: TableColumn<FanPoint>[] = [
    {
      id: 'month',
      header: t('column.month'),
      left: true,
      value: (point) => point.month,
      cell: (point) => format.month(point.month),
    },
    amount('actual', words.actual, (point) => point.actual),
    amount('p10', 'P10', (point) => point.row?.p10),
    amount('p50', t('column.p50'), (point) => point.row?.p50),
    amount('p90', 'P90', (point) => point.row?.p90),
    amount('told10', t('fan.toldAt', { point: 'P10' }), (point) => point.told?.p10),
    amount('told', words.told, (point) => point.told?.p50),
    amount('told90', t('fan.toldAt', { point: 'P90' }), (point) => point.told?.p90),
    {
      id: 'place',
      header: t('record:told.place'),
      left: true,
      value: placeText,
      cell: placeText,
    },
  ];
  return (
    <ChartCard
      title={title}
      ready
      definition={<MathsButton outlook={outlook} of="fan" title={title} />}
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
            const point = points[index];
            if (point?.row) onPick(point.month);
          }}
        />
      }
      table={<SortableTable label={title} rows={all} rowId={(point) => point.month} columns={columns} />}
      sheet={() => [
        columns.map((column) => column.header),
        ...all.map((point) => columns.map((column) => column.value?.(point) ?? null)),
      ]}
      png={() => chart.current?.png(look.surface)}
    />
  );
}
