import type { StageKind, StageOption, StageProposal, Unification } from '../types';

function same(a: Unification, b: Unification): boolean {
  return (
    a.fileId === b.fileId && a.column === b.column && a.variant === b.variant && a.canonical === b.canonical
  );
}

export function isAccepted(accepted: readonly Unification[] | null | undefined, of: Unification): boolean {
  return accepted?.some((each) => same(each, of)) ?? false;
}

/** The accepted ones after some were accepted or refused. */
export function decide(
  accepted: readonly Unification[] | null | undefined,
  about: readonly Unification[],
  accept: boolean,
): Unification[] {
  const others = (accepted ?? []).filter((each) => !about.some((one) => same(one, each)));
  const added = about.map(({ fileId, column, variant, canonical }) => ({
    fileId,
    column,
    variant,
    canonical,
  }));
  return accept ? [...others, ...added] : others;
}

/** The stages as arranged so far; those that the files have gained since come last. */
export function arranged(
  chosen: readonly StageOption[] | null | undefined,
  found: readonly StageProposal[],
): StageOption[] {
  const names = new Set(found.map((each) => each.name));
  const kept = (chosen ?? []).filter((each) => names.has(each.name));
  const known = new Set(kept.map((each) => each.name));
  return [...kept, ...found.filter((each) => !known.has(each.name))].map(({ name, kind }) => ({
    name,
    kind,
  }));
}

/** One stage taken to another place. */
export function moved(stages: readonly StageOption[], from: number, to: number): StageOption[] {
  const next = [...stages];
  const [one] = next.splice(from, 1);
  if (one) next.splice(Math.max(0, Math.min(to, next.length)), 0, one);
  return next;
}

/** Kinds of stages that none of them is. */
export function lacksKind(stages: readonly StageOption[]): StageKind[] {
  const kinds: StageKind[] = ['open', 'won', 'lost'];
  return kinds.filter((kind) => !stages.some((each) => each.kind === kind));
}
