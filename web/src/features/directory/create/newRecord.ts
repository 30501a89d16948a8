import { useSyncExternalStore } from 'react';
import type { Kind, Ref } from '../types';

interface Wanted {
  kind: Kind;
  company?: Ref;
  stay?: boolean;
}

let wanted: Wanted | null = null;
const listeners = new Set<() => void>();

/** Opens the form over whatever is shown; null closes it. */
export function askNewRecord(next: Wanted | null): void {
  wanted = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useNewRecord = (): Wanted | null => useSyncExternalStore(subscribe, () => wanted);
