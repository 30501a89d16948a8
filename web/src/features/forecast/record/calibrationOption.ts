import type { Formatter } from '@/ui';
import type { EChartsOption } from '@/ui/chart/Chart';
import type { Look } from '@/ui/chart/look';
import { base, tip } from '@/ui/chart/options';
import type { Bin } from './api';

export interface CalibrationWords {
  told: string;
  came: string;
  right: string;
  points: string;
  title: (bin: Bin) => string;
}

const SMALLEST = 7;
const LARGEST = 22;

/** The area of a point is its deals, within what can be seen and does not cover the others. */
export function pointSize(deals: number, most: number): number {
  return Math.max(SMALLEST, LARGEST * Math.sqrt(deals / Math.max(1, most)));
}

/** The round end of the axes: all that was told or came fits. */
export function axisEnd(bins: readonly Bin[]): number {
  const most = Math.max(0.1, ...bins.flatMap(({ told, came }) => [told, came]));
  // Ticks stand at even tenths; the last must be one of them, or two labels run into each other.
  return most <= 0.1 ? 0.1 : Math.min(1, Math.ceil(most * 5) / 5);
}

/** Chances told against the share that came true; on the dashed line they are right. */
export function calibrationOption(
  bins: readonly Bin[],
  { look, format, words }: { look: Look; format: Formatter; words: CalibrationWords },
): EChartsOption {
  const most = Math.max(...bins.map(({ deals }) => deals));
  const end = axisEnd(bins);
  const axis = (name: string) => ({
    type: 'value' as const,
    name,
    nameLocation: 'middle' as const,
    nameTextStyle: { color: look.soft, fontSize: 12 },
    min: 0,
    max: end,
    axisLabel: { color: look.soft, fontSize: 12, formatter: (value: number) => format.percent(value) },
    splitLine: { lineStyle: { color: look.line, type: 'dashed' as const } },
  });
  return {
    ...base(look),
    grid: { ...(base(look).grid as object), top: 34, right: 18, bottom: 26, left: 22 },
    legend: {
      ...base(look).legend,
      data: [{ name: words.points, icon: 'circle' }, { name: words.right }],
    },
    tooltip: {
      ...base(look).tooltip,
      trigger: 'item',
      formatter: (found: unknown) => {
        const bin = bins[(found as { dataIndex: number }).dataIndex];
        if (!bin) return '';
        return tip(words.title(bin), [
          { label: words.told, value: format.percent(bin.told, 1), colour: look.accent },
          { label: words.came, value: format.percent(bin.came, 1), colour: look.won },
        ]);
      },
    },
    xAxis: { ...axis(words.told), nameGap: 28 },
    yAxis: { ...axis(words.came), nameGap: 42 },
    series: [
      {
        type: 'line',
        name: words.right,
        color: look.soft,
        symbol: 'none',
        silent: true,
        tooltip: { show: false },
        lineStyle: { type: 'dashed', width: 1.5 },
        data: [
          [0, 0],
          [end, end],
        ],
      },
      {
        type: 'line',
        name: words.points,
        color: look.accent,
        symbol: 'circle',
        symbolSize: (_value: unknown, { dataIndex }: { dataIndex: number }) =>
          pointSize(bins[dataIndex]?.deals ?? 0, most),
        lineStyle: { width: 1.5, opacity: 0.55 },
        z: 3,
        data: bins.map(({ told, came }) => [told, came]),
      },
    ],
  };
}
