import type { Kind } from '../types';

/** The records of the list somebody came from, in its order, so that a record leads to the next one. */
const sources: Record<Kind, () => readonly string[]> = { company: () => [], contact: () => [] };

/** The list shown last is the one that is walked, also once a record fills the page. */
export function provideWalk(kind: Kind, ids: readonly string[]): void {
  sources[kind] = () => ids;
}

export interface Steps {
  previous: string | null;
  next: string | null;
  place: number;
  count: number;
}

export function stepsFrom(kind: Kind, id: string): Steps {
  const ids = sources[kind]();
  const at = ids.indexOf(id);
  if (at < 0) return { previous: null, next: null, place: 0, count: 0 };
  return { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null, place: at + 1, count: ids.length };
}
