import type { Formatter } from '@/ui';
import type { EChartsOption } from '@/ui/chart/Chart';
import type { Look } from '@/ui/chart/look';
import { amounts, base, categories, tip } from '@/ui/chart/options';
import { ranges } from '@/ui/chart/ranges';
import { type Place, placeOf } from '../record/judge';
import type { Row, Telling, Whole } from './api';
import { monthTicks } from './words';

export interface FanWords {
  actual: string;
  came: string;
  median: string;
  band: string;
  told: string;
  notYet: string;
  afterwards: string;
  place: (place: Place) => string;
}

export interface FanPoint {
  month: string;
  /** What came, for months that are over by now; what is there already, for the present one. */
  actual: number | null;
  row: Row | null;
  told: Telling | null;
}

/** Where it came in the range told for the month; null while either is missing. */
export function placeOfPoint({ actual, row, told }: FanPoint): Place | null {
  const range = told ?? (row?.came == null ? null : row);
  return range && actual !== null ? placeOf(actual, Number(range.p10), Number(range.p90)) : null;
}

/** Twelve months behind and thirteen ahead, in order. */
export function fanPoints(outlook: Whole, told: readonly Telling[]): FanPoint[] {
  const past = outlook.past.map(({ month, amount }) => ({
    month,
    actual: Number(amount),
    row: null,
    told: told.find((each) => each.month === month) ?? null,
  }));
  const net = outlook.measure === 'cash_flow';
  const ahead = outlook.months.map((row, index) => ({
    month: row.label,
    // So far there is only what came in, not yet what goes out in the month.
    actual: row.came !== null ? Number(row.came) : index === 0 && !net ? Number(row.actual) : null,
    row,
    told: null,
  }));
  return [...past, ...ahead];
}

/** Bars of what came, a band from P10 to P90 with its median ahead, upright ranges of what was told before. */
export function fanOption(
  points: readonly FanPoint[],
  outlook: Whole,
  { look, format, words, narrow }: { look: Look; format: Formatter; words: FanWords; narrow: boolean },
): EChartsOption {
  const { currency } = outlook;
  const rows = (pick: (row: Row) => number) => points.map(({ row }) => (row ? pick(row) : null));
  const line = { type: 'line' as const, symbol: 'none', silent: true, z: 3 };
  const band = { ...line, stack: 'band', stackStrategy: 'all' as const, lineStyle: { opacity: 0 } };
  const money = (amount: string) => format.money(amount, currency, true);
  return {
    ...base(look),
    grid: { ...(base(look).grid as object), top: narrow ? 56 : 34 },
    legend: { ...base(look).legend, data: legendOf(points, words) },
    tooltip: {
      ...base(look).tooltip,
      formatter: (found: unknown) => {
        const point = points[(found as { dataIndex: number }[])[0]?.dataIndex ?? 0];
        if (!point) return '';
        const { row, told, actual } = point;
        const place = placeOfPoint(point);
        const where = place ? ` (${words.place(place)})` : '';
        const lines = [
          actual !== null && {
            label: row && row.came === null ? words.notYet : words.actual,
            value: format.money(actual, currency, true) + where,
            colour: look.won,
          },
          row && { label: words.median, value: money(row.p50), colour: look.accent },
          row && { label: words.band, value: `${money(row.p10)} – ${money(row.p90)}` },
          told && { label: words.told, value: money(told.p50), colour: look.ink },
          told && { label: words.band, value: `${money(told.p10)} – ${money(told.p90)}` },
          told?.backtested && { label: words.afterwards, value: '' },
        ];
        return tip(
          format.month(point.month),
          lines.flatMap((each) => (each ? [each] : [])),
        );
      },
    },
    xAxis: categories(
      look,
      monthTicks(
        points.map(({ month }) => month),
        format.locale,
      ),
      { lineHeight: 15, hideOverlap: true },
    ),
    yAxis: amounts(look, (value) => format.moneyCompact(value, currency)),
    series: [
      {
        type: 'bar',
        name: words.actual,
        color: look.won,
        barMaxWidth: 22,
        cursor: 'pointer',
        itemStyle: { borderRadius: [3, 3, 0, 0] },
        data: points.map(({ actual }) => actual),
        z: 2,
      },
      { ...band, name: 'low', data: rows((row) => Number(row.p10)), color: look.accent },
      {
        ...band,
        name: words.band,
        color: look.accent,
        itemStyle: { color: look.accent, opacity: 0.25 },
        areaStyle: { color: look.accent, opacity: 0.2 },
        data: rows((row) => Math.max(0, Number(row.p90) - Number(row.p10))),
      },
      {
        ...line,
        name: words.median,
        color: look.accent,
        lineStyle: { width: 2.5 },
        data: rows((row) => Number(row.p50)),
      },
      ...(points.some(({ told }) => told)
        ? [
            ranges({
              name: words.told,
              colour: look.ink,
              edge: look.surface,
              widest: 14,
              z: 4,
              marks: points.map(
                ({ told }) =>
                  told && { low: Number(told.p10), middle: Number(told.p50), high: Number(told.p90) },
              ),
            }),
          ]
        : []),
    ],
  };
}

function legendOf(points: readonly FanPoint[], words: FanWords): string[] {
  const shown = [words.actual, words.median, words.band];
  return points.some(({ told }) => told) ? [...shown, words.told] : shown;
}
