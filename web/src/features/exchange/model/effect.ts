import type { Counts, PreviewCounts, PreviewRefusal } from '../types';

export const EFFECTS = ['create', 'update', 'unchanged', 'duplicate', 'refuse'] as const;
export type Effect = (typeof EFFECTS)[number];

export const OUTCOMES = ['created', 'updated', 'unchanged', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Rows that the effects do not account for. There must be none; if there are, it is said. */
export function unaccounted(counts: PreviewCounts): number {
  return counts.rows - EFFECTS.reduce((sum, effect) => sum + counts[effect], 0);
}

/** Whether running would change anything at all. */
export function doesSomething(counts: PreviewCounts): boolean {
  return counts.create + counts.update > 0;
}

export function outcomeTotal(counts: Counts): number {
  return OUTCOMES.reduce((total, outcome) => total + counts[outcome], 0);
}

/** What a reason is about, without the value at hand: `account: “Acme” …` and `account: “Bet” …` are one matter. */
function matter(reason: string): string {
  return reason.replaceAll(/„[^”]*”|“[^”]*”|"[^"]*"/gu, '…').replaceAll(/\d+/g, '0');
}

/** Refusals of one matter together, the most frequent first; each group shows its first ones. */
export function byReason(refusals: readonly PreviewRefusal[]): { key: string; items: PreviewRefusal[] }[] {
  const groups = new Map<string, PreviewRefusal[]>();
  for (const each of refusals) {
    const key = matter(each.reason);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].map(([key, items]) => ({ key, items })).sort((a, b) => b.items.length - a.items.length);
}
