import { useSyncExternalStore } from 'react';

interface Wanted {
  /** The record that stays. */
  id: string;
  /** The one that goes, where it is known already. */
  otherId: string | null;
}

let wanted: Wanted | null = null;
const listeners = new Set<() => void>();

/** Opens the choice over the record's page; null closes it. */
export function askMerge(next: Wanted | null): void {
  wanted = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useWantedMerge = (): Wanted | null => useSyncExternalStore(subscribe, () => wanted);
