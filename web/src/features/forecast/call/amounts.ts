/** What a person typed as an amount (`1 234,50`, `1,234.50`) as a decimal string; null when it is none. */
export function readAmount(text: string): string | null {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '');
  const mark = compact.lastIndexOf(',') > compact.lastIndexOf('.') ? ',' : '.';
  const grouping = mark === ',' ? '.' : ',';
  let plain = compact.replaceAll(grouping, '');
  const parts = plain.split(mark);
  // `1,234,567` groups thousands, and so does one mark before exactly three digits: nobody promises a thousandth.
  if (parts.length > 2 || parts[1]?.length === 3) plain = parts.join('');
  else plain = plain.replace(mark, '.');
  return /^\d{1,13}(\.\d{1,4})?$/.test(plain) ? plain : null;
}

export type PeriodKind = 'quarter' | 'month';

export const kindOf = (period: string): PeriodKind => (period.includes('Q') ? 'quarter' : 'month');

/** The period of the other kind that holds the same first day: `2026-Q4` and `2026-10`. */
export function asKind(period: string, kind: PeriodKind, today: string): string {
  if (kindOf(period) === kind) return period;
  const year = period.slice(0, 4);
  if (kind === 'quarter') return `${year}-Q${Math.ceil(Number(period.slice(5)) / 3)}`;
  const quarter = Number(period.slice(6));
  const now = Number(today.slice(5, 7));
  const inside = today.startsWith(year) && Math.ceil(now / 3) === quarter;
  return `${year}-${String(inside ? now : quarter * 3 - 2).padStart(2, '0')}`;
}

/** Rows whose parents are all open; rows come parents first. */
export function unfolded<Row extends { key: string; parent: string | null }>(
  rows: readonly Row[],
  folded: ReadonlySet<string>,
): Row[] {
  const hidden = new Set<string>();
  return rows.filter((row) => {
    const shown = row.parent === null || !(folded.has(row.parent) || hidden.has(row.parent));
    if (!shown) hidden.add(row.key);
    return shown;
  });
}
