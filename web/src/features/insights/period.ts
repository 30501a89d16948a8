import dayjs from 'dayjs';

export const PRESETS = [
  'all',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
  'last12',
] as const;
export type Preset = (typeof PRESETS)[number];

export interface Days {
  from: string | null;
  to: string | null;
}

const DAY = 'YYYY-MM-DD';

const span = (first: dayjs.Dayjs, months: number): Days => ({
  from: first.format(DAY),
  to: first
    .add(months - 1, 'month')
    .endOf('month')
    .format(DAY),
});

/** The days of a preset seen from today, both ends included; the current period in full. */
export function daysOf(preset: Preset, today: string): Days {
  const month = dayjs(today).startOf('month');
  const quarter = month.subtract(month.month() % 3, 'month');
  const year = month.startOf('year');
  switch (preset) {
    case 'all':
      return { from: null, to: null };
    case 'thisMonth':
      return span(month, 1);
    case 'lastMonth':
      return span(month.subtract(1, 'month'), 1);
    case 'thisQuarter':
      return span(quarter, 3);
    case 'lastQuarter':
      return span(quarter.subtract(3, 'month'), 3);
    case 'thisYear':
      return span(year, 12);
    case 'lastYear':
      return span(year.subtract(1, 'year'), 12);
    case 'last12':
      return span(month.subtract(11, 'month'), 12);
  }
}

export function isPreset(value: unknown): value is Preset {
  return (PRESETS as readonly unknown[]).includes(value);
}

/** Today's date in a zone. */
export function todayIn(zone: string, now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now);
}
