import type { Formatter } from '@/ui';
import { quarterText } from '../chance/words';

/** `120–180 tys. zł`: the range of ten to ninety, in few letters. */
export function amountRange(low: string, high: string, currency: string, format: Formatter): string {
  // Where it has to break, it breaks after the dash.
  return `${format.moneyCompact(low, currency)}\u00a0– ${format.moneyCompact(high, currency)}`;
}

/** A month or quarter in words. */
export function labelText(label: string, language: string, format: Formatter): string {
  return label.includes('Q') ? quarterText(label, language) : format.month(label);
}

/** With its sign, for differences. */
export function changeText(amount: string, currency: string, format: Formatter): string {
  const value = Number(amount);
  const text = format.moneyCompact(Math.abs(value), currency);
  return Math.round(value) === 0 ? format.moneyCompact(0, currency) : `${value < 0 ? '−' : '+'}${text}`;
}

/** `Nov` with the year under the first month of each year. */
export function monthTicks(months: readonly string[], locale: string): string[] {
  const short = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return months.map((month, index) => {
    const name = short.format(new Date(`${month}-01T00:00Z`));
    return index === 0 || month.endsWith('-01') ? `${name}\n${month.slice(0, 4)}` : name;
  });
}

/** How far what came lay from the median told: a share of it, or a whole amount where nothing was expected. */
export function missOf(row: { p50: string; came: string }): {
  way: 'more' | 'less' | 'same' | 'from-nothing';
  share: number;
} {
  const [told, came] = [Number(row.p50), Number(row.came)];
  if (told === 0) return { way: came > 0 ? 'from-nothing' : 'same', share: 0 };
  const share = came / told - 1;
  return { way: Math.abs(share) < 0.005 ? 'same' : share > 0 ? 'more' : 'less', share: Math.abs(share) };
}
