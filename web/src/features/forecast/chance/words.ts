import { useTranslation } from 'react-i18next';
import { type Formatter, useFormat } from '@/ui';
import type { Chance, Reason } from './api';

/** Nobody's open deal is certain: the ends are told as "under" and "over". */
export function chanceText(chance: number, format: Formatter): string {
  if (chance < 0.005) return `<${format.percent(0.01)}`;
  if (chance > 0.995) return `>${format.percent(0.99)}`;
  return format.percent(chance);
}

/** `62% (48–74%)`. */
export function rangeText({ low, chance, high }: Pick<Chance, 'low' | 'chance' | 'high'>, format: Formatter) {
  return `${chanceText(chance, format)} (${format.number(low * 100)}–${format.percent(high)})`;
}

/** Percentage points with their sign: `+4`, `−12`, `+0.6`; never a bare zero. */
export function pointsText(change: number, format: Formatter): string {
  const points = Math.abs(change) * 100;
  const sign = change < 0 ? '−' : '+';
  return `${sign}${format.number(points, points < 1 ? 1 : 0)}`;
}

/** The kinds of facts that there are texts for; whatever the server learns to tell later is named in general. */
const KNOWN = [
  'amount',
  'amountChange',
  'closeDate',
  'wayHere',
  'cameAgain',
  'freshness',
  'account',
  'load',
  'quarterEnd',
  'source',
];

export function useReasonText(): (reason: Reason) => string {
  const { t } = useTranslation('forecast');
  return ({ group, change }) => {
    const known = KNOWN.includes(group) ? group : 'other';
    return t(`reason.${known}.${change < 0 ? 'down' : 'up'}`);
  };
}

/** `Q4 2026`, `IV kw. 2026`; takes `2026-Q4`. */
export function quarterText(quarter: string, language: string): string {
  const [year, number] = quarter.split('-Q');
  const roman = ['I', 'II', 'III', 'IV'][Number(number) - 1];
  return language === 'pl' ? `${roman} kw. ${year}` : `Q${number} ${year}`;
}

/** The quarter of a local date, as `2026-Q4`; `later` counts quarters ahead. */
export function quarterOf(day: string, later = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 4 + Math.floor((month - 1) / 3) + later;
  return `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;
}

/** Today's date in the reader's zone. */
export function useToday(): string {
  const { zone } = useFormat();
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());
}
