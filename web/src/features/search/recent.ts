import { isKind, type Kind } from './records';

export interface Recent {
  kind: Kind;
  id: string;
  title: string;
}

const MOST = 8;

const keyOf = (userId: string) => `nurt.recent.${userId}`;

/** The records this person has looked at last on this device, the latest first. */
export function readRecent(userId: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter(
      (each): each is Recent =>
        isKind(each?.kind) && typeof each.id === 'string' && typeof each.title === 'string',
    );
  } catch {
    return [];
  }
}

/** The list with one more in front; a record stands in it once. */
export function withVisited(recent: readonly Recent[], visited: Recent): Recent[] {
  return [visited, ...recent.filter((each) => each.id !== visited.id)].slice(0, MOST);
}

export function keepRecent(userId: string, recent: readonly Recent[]): void {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(recent));
  } catch {
    // A full or forbidden store only costs the convenience.
  }
}
