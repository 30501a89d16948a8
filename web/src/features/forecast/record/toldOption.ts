import type { Formatter } from '@/ui';
import type { EChartsOption } from '@/ui/chart/Chart';
import type { Look } from '@/ui/chart/look';
import { amounts, base, categories, tip } from '@/ui/chart/options';
import { ranges } from '@/ui/chart/ranges';
import { amountRange } from '../outlook/words';
import type { Past } from './judge';

export interface ToldWords {
  band: string;
  hit: string;
  miss: string;
  until: string;
  median: string;
  range: string;
  came: string;
  place: (past: Past) => string;
  title: (past: Past) => string;
}

/** `Jul 3`, with the year under the first and under the first of each year. */
export function dayTicks(days: readonly string[], locale: string, zone: string): string[] {
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: zone });
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: zone });
  let before = '';
  return days.map((day) => {
    const at = new Date(day);
    const now = year.format(at);
    const text = now === before ? short.format(at) : `${short.format(at)}\n${now}`;
    before = now;
    return text;
  });
}

/** Each forecast as an upright range with its median; what came as a round mark within it, or an angular one outside. */
export function toldOption(
  past: readonly Past[],
  currency: string,
  { look, format, words, narrow }: { look: Look; format: Formatter; words: ToldWords; narrow: boolean },
): EChartsOption {
  const money = (amount: number) => format.money(amount, currency, true);
  const mark = (name: string, within: boolean) => ({
    type: 'line' as const,
    name,
    color: within ? look.won : look.lost,
    symbol: within ? 'circle' : 'diamond',
    symbolSize: within ? 9 : 13,
    lineStyle: { opacity: 0 },
    z: 4,
    data: past.map(({ came, place }) => (place !== null && (place === 'within') === within ? came : null)),
  });
  return {
    ...base(look),
    grid: { ...(base(look).grid as object), top: narrow ? 78 : 34 },
    legend: {
      ...base(look).legend,
      data: [
        { name: words.band },
        { name: words.hit, icon: 'circle' },
        { name: words.miss, icon: 'diamond' },
      ],
    },
    tooltip: {
      ...base(look).tooltip,
      formatter: (found: unknown) => {
        const each = past[(found as { dataIndex: number }[])[0]?.dataIndex ?? 0];
        if (!each) return '';
        return tip(words.title(each), [
          { label: words.until, value: format.date(each.until) },
          { label: words.median, value: money(each.p50), colour: look.accent },
          { label: words.range, value: amountRange(String(each.p10), String(each.p90), currency, format) },
          {
            label: words.came,
            value: each.came === null ? words.place(each) : `${money(each.came)} (${words.place(each)})`,
            ...(each.place && { colour: each.place === 'within' ? look.won : look.lost }),
          },
        ]);
      },
    },
    xAxis: categories(
      look,
      dayTicks(
        past.map(({ asOf }) => asOf),
        format.locale,
        format.zone,
      ),
      { lineHeight: 15, hideOverlap: true },
    ),
    yAxis: amounts(look, (value) => format.moneyCompact(value, currency)),
    series: [
      ranges({
        name: words.band,
        colour: look.accent,
        widest: 20,
        marks: past.map(({ p10, p50, p90 }) => ({ low: p10, middle: p50, high: p90 })),
      }),
      mark(words.hit, true),
      mark(words.miss, false),
    ],
  };
}
