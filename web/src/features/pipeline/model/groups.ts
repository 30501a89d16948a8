import dayjs from 'dayjs';
import { type Filters, setFilter } from './filters';

/** What the list can be grouped by, as the server names it. */
export const GROUPINGS = ['stage', 'owner', 'company', 'source', 'closeMonth'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export function groupingOf(value: unknown): Grouping | null {
  return GROUPINGS.find((each) => each === value) ?? null;
}

/** The deals of one group: the list's filters narrowed to what the group has in common; null is the group without it. */
export function groupFilters(by: Grouping, key: string | null, filters: Filters): Filters {
  if (by !== 'closeMonth') return setFilter(filters, by, [key ?? 'none']);
  if (key === null) return setFilter(filters, 'close', ['none']);
  const first = dayjs(`${key}-01`);
  const days = { from: `${key}-01`, to: first.endOf('month').format('YYYY-MM-DD') };
  // Days written as they are compare as they follow each other.
  const from = [days.from, filters.closeFrom?.[0] ?? ''].sort().at(-1) ?? days.from;
  const to = [days.to, filters.closeTo?.[0] ?? days.to].sort()[0] ?? days.to;
  return setFilter(setFilter(filters, 'closeFrom', [from]), 'closeTo', [to]);
}
