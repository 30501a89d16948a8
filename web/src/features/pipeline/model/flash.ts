import { useCallback, useSyncExternalStore } from 'react';

/** A card that has just landed or been refused shows it for a moment. */
export type Flash = 'landed' | 'refused';

const LASTS_MS = 1400;
const shown = new Map<string, Flash>();
const listeners = new Set<() => void>();

function tell() {
  for (const listener of listeners) listener();
}

export function flash(id: string, kind: Flash): void {
  shown.set(id, kind);
  tell();
  setTimeout(() => {
    if (shown.get(id) !== kind) return;
    shown.delete(id);
    tell();
  }, LASTS_MS);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useFlash(id: string): Flash | undefined {
  return useSyncExternalStore(
    subscribe,
    useCallback(() => shown.get(id), [id]),
  );
}
