import dayjs from 'dayjs';

export const PERIODS = ['overdue', 'thisMonth', 'nextMonth', 'thisQuarter'] as const;
export type Period = (typeof PERIODS)[number];

const DAY = 'YYYY-MM-DD';

/** The days of a period seen from today, both ends included. */
export function periodOf(period: Period, today: string): { from: string | null; to: string | null } {
  const now = dayjs(today);
  const month = (of: dayjs.Dayjs) => ({
    from: of.startOf('month').format(DAY),
    to: of.endOf('month').format(DAY),
  });
  switch (period) {
    case 'overdue':
      return { from: null, to: now.subtract(1, 'day').format(DAY) };
    case 'thisMonth':
      return month(now);
    case 'nextMonth':
      return month(now.startOf('month').add(1, 'month'));
    case 'thisQuarter': {
      const first = now.startOf('month').subtract(now.month() % 3, 'month');
      return { from: first.format(DAY), to: first.add(2, 'month').endOf('month').format(DAY) };
    }
  }
}

/** Today's date where the reader is. */
export function todayIn(zone: string, now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now);
}
