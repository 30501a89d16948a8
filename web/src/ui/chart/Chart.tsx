import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import classes from './Chart.module.css';
import { init } from './echarts';

export type EChartsOption = ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | LineSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
>;

export interface ChartHandle {
  /** The chart as an image, at twice the size. */
  png: (background: string) => string | undefined;
}

interface ChartProps {
  option: EChartsOption;
  height: number;
  /** Says what is drawn, for people who do not see it; the table below has the numbers. */
  label: string;
  /** A click on the column or bar of a category. */
  onPick?: (index: number) => void;
  /** The whole height above a category can be clicked, not only what is drawn there. */
  wholeColumn?: boolean;
  handle?: Ref<ChartHandle>;
}

type Instance = ReturnType<typeof init>;

export default function Chart({ option, height, label, onPick, wholeColumn = false, handle }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<Instance | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, null, { renderer: 'canvas' });
    chart.current = made;
    if (wholeColumn) {
      made.getZr().on('click', ({ offsetX, offsetY }) => {
        if (!made.containPixel('grid', [offsetX, offsetY])) return;
        const [column] = made.convertFromPixel('grid', [offsetX, offsetY]);
        if (column !== undefined) pick.current?.(Math.round(column));
      });
    } else {
      made.on('click', (event) => pick.current?.(event.dataIndex));
    }
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, [wholeColumn]);

  useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option]);

  useImperativeHandle(handle, () => ({
    png: (background) =>
      chart.current?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: background }),
  }));

  return <div ref={box} className={classes.chart} style={{ height }} role="img" aria-label={label} />;
}
