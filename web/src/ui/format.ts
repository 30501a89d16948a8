import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';

export type Amount = number | string;

const LOCALES: Record<string, string> = { en: 'en-GB', pl: 'pl-PL' };
/** `Intl` has only "this minute" for it, which does not fit behind "last used". */
const JUST_NOW: Record<string, string> = { 'en-GB': 'just now', 'pl-PL': 'przed chwilą' };
const DAY_MS = 86_400_000;

type AgeUnit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute';
const AGES: readonly [AgeUnit, number][] = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['week', 7 * DAY_MS],
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** A day without a time, such as `2026-11-23`, is nobody's midnight: it must not move with the zone. */
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whole days from today (in the zone) to the local date; negative when past. */
export function daysUntil(day: string, zone: string, now = new Date()): number {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now);
  return Math.round((Date.parse(`${day}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / DAY_MS);
}

/** Numbers, money and dates as one person reads them. Get one with {@link useFormat}. */
export class Formatter {
  readonly #locale: string;
  readonly #zone: string;
  readonly #cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

  constructor(language: string, zone: string) {
    this.#locale = LOCALES[language] ?? language;
    this.#zone = zone;
  }

  get locale(): string {
    return this.#locale;
  }

  get zone(): string {
    return this.#zone;
  }

  #numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = `n${JSON.stringify(options)}`;
    const known = this.#cache.get(key) as Intl.NumberFormat | undefined;
    // Polish groups only from five digits on unless told; money columns want 1 234.
    const made = known ?? new Intl.NumberFormat(this.#locale, { useGrouping: 'always', ...options });
    this.#cache.set(key, made);
    return made;
  }

  #dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = `d${JSON.stringify(options)}`;
    const known = this.#cache.get(key) as Intl.DateTimeFormat | undefined;
    const made = known ?? new Intl.DateTimeFormat(this.#locale, { timeZone: this.#zone, ...options });
    this.#cache.set(key, made);
    return made;
  }

  /** What stands between thousands and before decimals: `1 234,5` or `1,234.5`. */
  get marks(): { group: string; decimal: string } {
    const parts = this.#numbers({}).formatToParts(1234.5);
    const mark = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value ?? '';
    return { group: mark('group'), decimal: mark('decimal') };
  }

  number(value: Amount, digits = 0): string {
    return this.#numbers({ maximumFractionDigits: digits }).format(value as number);
  }

  /** `0.6315` -> `63.15%`, in Polish `63,15%`. */
  percent(ratio: number, digits = 0): string {
    return this.#numbers({ style: 'percent', maximumFractionDigits: digits }).format(ratio);
  }

  /** Exact: `1 234,50 zł`. With `whole`, cents are left out. */
  money(amount: Amount, currency: string, whole = false): string {
    const digits = whole ? { maximumFractionDigits: 0 } : {};
    return this.#numbers({ style: 'currency', currency, ...digits }).format(amount as number);
  }

  /** For tight places: `1,2 mln zł`, `PLN 1.2M`. Show the exact amount on hover. */
  moneyCompact(amount: Amount, currency: string): string {
    return this.#numbers({
      style: 'currency',
      currency,
      notation: 'compact',
      maximumSignificantDigits: 3,
    }).format(amount as number);
  }

  /** As {@link moneyCompact}, where the currency is told once for many: `1,2 mln`, `1.2M`. */
  compact(value: Amount): string {
    return this.#numbers({ notation: 'compact', maximumSignificantDigits: 3 }).format(value as number);
  }

  /** `23.11.2026` or `23 Nov 2026`; takes an instant or a local date. */
  date(value: string | Date): string {
    const month = this.#locale.startsWith('pl') ? '2-digit' : 'short';
    const options = { day: '2-digit', month, year: 'numeric' } as const;
    if (typeof value === 'string' && LOCAL_DATE.test(value)) {
      return this.#dates({ ...options, timeZone: 'UTC' }).format(new Date(`${value}T00:00Z`));
    }
    return this.#dates(options).format(new Date(value));
  }

  /** `wt., 24 lis`: for things near in time; of another year with the year. */
  dayShort(value: string, now = new Date()): string {
    const day = LOCAL_DATE.test(value);
    const year = (at: Date, timeZone: string) => this.#dates({ year: 'numeric', timeZone }).format(at);
    const away = year(new Date(value), day ? 'UTC' : this.#zone) !== year(now, this.#zone);
    return this.#dates({
      ...(away ? { year: 'numeric' as const } : { weekday: 'short' as const }),
      day: 'numeric',
      month: 'short',
      ...(day && { timeZone: 'UTC' }),
    }).format(new Date(day ? `${value}T00:00Z` : value));
  }

  dateTime(value: string | Date): string {
    return `${this.date(value)} ${this.time(value)}`;
  }

  time(value: string | Date): string {
    return this.#dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(value));
  }

  /** `listopad 2026`; takes `2026-11` or a date within the month. */
  month(value: string): string {
    return this.#dates({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${value.slice(0, 7)}-01T00:00Z`),
    );
  }

  /** `3 days ago`, `za 2 godziny`. */
  ago(value: string | Date, now = new Date()): string {
    const relative = new Intl.RelativeTimeFormat(this.#locale, { numeric: 'auto' });
    if (typeof value === 'string' && LOCAL_DATE.test(value)) {
      return relative.format(daysUntil(value, this.#zone, now), 'day');
    }
    const distance = new Date(value).getTime() - now.getTime();
    for (const [unit, length] of AGES) {
      if (Math.abs(distance) >= length) return relative.format(Math.trunc(distance / length), unit);
    }
    return JUST_NOW[this.#locale] ?? relative.format(0, 'minute');
  }

  /** A length of time in whole days: `57 days`, `57 dni`. */
  days(count: number, digits = 0): string {
    return this.#numbers({
      style: 'unit',
      unit: 'day',
      unitDisplay: 'long',
      maximumFractionDigits: digits,
    }).format(count);
  }

  compare = (a: string, b: string): number => a.localeCompare(b, this.#locale, { numeric: true });
}

/** Monday, everywhere. For Mantine's calendars. */
export const FIRST_DAY_OF_WEEK = 1;

/** Formats in the reader's language and time zone, and follows them when they change. */
export function useFormat(): Formatter {
  const { i18n } = useTranslation();
  const { me } = useSession();
  const zone = me?.user.zone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  return useMemo(() => new Formatter(i18n.language, zone), [i18n.language, zone]);
}
