import type { Formatter } from '@/ui';

/** Differences below this are told as none. */
const NO_MORE_THAN = 0.005;

export type Lean = 'up' | 'down' | 'none';

export const leanOf = (bias: number): Lean =>
  Math.abs(bias) < NO_MORE_THAN ? 'none' : bias > 0 ? 'up' : 'down';

/** `21%`, below ten percent with a decimal place; nothing measured is a dash. */
export function shareText(share: number | null, format: Formatter): string {
  return share === null ? '–' : format.percent(share, Math.abs(share) < 0.1 ? 1 : 0);
}

/** With its sign: `+4.2%`, `−12%`. */
export function biasText(bias: number | null, format: Formatter): string {
  if (bias === null) return '–';
  const lean = leanOf(bias);
  if (lean === 'none') return format.percent(0);
  return `${lean === 'up' ? '+' : '−'}${shareText(Math.abs(bias), format)}`;
}

/** `82% ± 8 pp`: as sure as so many forecasts allow. */
export function coverageText(coverage: number | null, error: number | null, format: Formatter): string {
  if (coverage === null) return '–';
  const share = format.percent(coverage);
  return error === null ? share : `${share} ± ${format.number(error * 100)}`;
}

/** As a row's head: with a capital letter. */
export function capital(text: string, locale: string): string {
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
}
