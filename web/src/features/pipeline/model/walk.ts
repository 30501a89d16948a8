/** The deals of the view somebody came from, in its order, so that a record leads to the next one. */
let source: () => readonly string[] = () => [];

/** The view shown last is the one that is walked, also once its record fills the page. */
export function provideWalk(ids: () => readonly string[]): () => void {
  source = ids;
  return () => {
    // Kept as it stood: the page of a record has no view under it any more.
    if (source !== ids) return;
    const left = ids();
    source = () => left;
  };
}

export interface Steps {
  previous: string | null;
  next: string | null;
  place: number;
  count: number;
}

export function stepsFrom(id: string, ids: readonly string[] = source()): Steps {
  const at = ids.indexOf(id);
  if (at < 0) return { previous: null, next: null, place: 0, count: 0 };
  return { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null, place: at + 1, count: ids.length };
}
