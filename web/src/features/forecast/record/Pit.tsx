import { lazy, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { ChartHandle, EChartsOption } from '@/ui/chart/Chart';
import { ChartCard } from '@/ui/chart/ChartCard';
import { useLook } from '@/ui/chart/look';
import { base, categories, tip } from '@/ui/chart/options';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { AboutButton, type AboutProps } from './About';
import classes from './Record.module.css';

const Chart = lazy(() => import('@/ui/chart/Chart'));
const HEIGHT = 300;

interface Part {
  index: number;
  count: number;
}

/** Where among the futures drawn then it came: even when ranges are right. */
export function Pit({ counts, about }: { counts: readonly number[]; about: Omit<AboutProps, 'of'> }) {
  const { t } = useTranslation('record');
  const format = useFormat();
  const look = useLook();
  const chart = useRef<ChartHandle>(null);
  const title = t('pit.title');
  const parts = counts.map((count, index): Part => ({ index, count }));
  const sum = counts.reduce((all, count) => all + count, 0);
  const even = sum / Math.max(1, counts.length);
  const width = 100 / Math.max(1, counts.length);
  const name = ({ index }: Part) =>
    t('pit.between', { from: Math.round(index * width), to: Math.round((index + 1) * width) });
  const option: EChartsOption = {
    ...base(look),
    legend: { ...base(look).legend, data: [t('pit.forecasts'), t('pit.right')] },
    tooltip: {
      ...base(look).tooltip,
      formatter: (found: unknown) => {
        const part = parts[(found as { dataIndex: number }[])[0]?.dataIndex ?? 0];
        if (!part) return '';
        return tip(name(part), [
          { label: t('pit.forecasts'), value: format.number(part.count), colour: look.accent },
          { label: t('pit.right'), value: format.number(even, 1) },
        ]);
      },
    },
    xAxis: categories(
      look,
      parts.map(({ index }) => `${Math.round(index * width)}–${Math.round((index + 1) * width)}`),
      { hideOverlap: true },
    ),
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 4,
      axisLabel: { color: look.soft, fontSize: 12 },
      splitLine: { lineStyle: { color: look.line, type: 'dashed' } },
    },
    series: [
      {
        type: 'bar',
        name: t('pit.forecasts'),
        color: look.accent,
        barCategoryGap: '8%',
        itemStyle: { borderRadius: [3, 3, 0, 0], opacity: 0.75 },
        data: [...counts],
      },
      {
        type: 'line',
        name: t('pit.right'),
        color: look.soft,
        symbol: 'none',
        silent: true,
        z: 3,
        lineStyle: { type: 'dashed', width: 1.5 },
        data: parts.map(() => even),
      },
    ],
  };
  const columns: TableColumn<Part>[] = [
    { id: 'part', header: t('pit.part'), left: true, value: (part) => part.index, cell: name },
    {
      id: 'count',
      header: t('pit.forecasts'),
      value: (part) => part.count,
      cell: (part) => format.number(part.count),
    },
  ];
  return (
    <ChartCard
      title={title}
      ready
      definition={<AboutButton {...about} of="pit" title={title} />}
      error={null}
      onRetry={() => undefined}
      height={HEIGHT}
      nothing={sum === 0 ? t('methods.none') : undefined}
      chart={
        <>
          <p className={classes.note}>
            {t('pit.lead')}{' '}
            {t('pit.ends', {
              low: format.number(counts[0] ?? 0),
              high: format.number(counts.at(-1) ?? 0),
              n: format.number(sum),
            })}
          </p>
          <Chart
            option={option}
            height={HEIGHT}
            label={t('ui:chart.label', { chart: title })}
            handle={chart}
          />
        </>
      }
      table={
        <SortableTable label={title} rows={parts} rowId={(part) => String(part.index)} columns={columns} />
      }
      sheet={() => [columns.map((column) => column.header), ...parts.map((part) => [name(part), part.count])]}
      png={() => chart.current?.png(look.surface)}
    />
  );
}
