/** The local date in a zone, `2026-11-24`. */
export function dayIn(zone: string, now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now);
}

export interface Period {
  from: string;
  to: string;
}

const pad = (value: number) => String(value).padStart(2, '0');

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** From the first of the month to the day itself. */
export function monthToDate(day: string): Period {
  return { from: `${day.slice(0, 7)}-01`, to: day };
}

export function endOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return `${day.slice(0, 7)}-${pad(lastDay(year, month))}`;
}

/** The month before, whole. */
export function lastMonth(day: string): Period {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const before = month === 1 ? `${year - 1}-12` : `${year}-${pad(month - 1)}`;
  return { from: `${before}-01`, to: endOfMonth(`${before}-01`) };
}

/** The month before up to the same day: what this month so far may fairly be held against. */
export function lastMonthToDate(day: string): Period {
  const { from, to } = lastMonth(day);
  const same = `${from.slice(0, 8)}${day.slice(8)}`;
  return { from, to: same < to ? same : to };
}

/** Which part of a day it is, by the hour in a zone. */
export function partOfDay(zone: string, now = new Date()): 'morning' | 'day' | 'evening' {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(now),
  );
  if (hour >= 4 && hour < 11) return 'morning';
  return hour >= 11 && hour < 18 ? 'day' : 'evening';
}
