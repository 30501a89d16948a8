import { useSyncExternalStore } from 'react';
import { holdKeys, releaseKeys } from '@/commands/typeAhead';

export type Overlay = 'palette' | 'shortcuts' | 'more' | null;

let open: Overlay = null;
const listeners = new Set<() => void>();

/** Opens one of the shell's overlays from anywhere, commands included; null closes. */
export function showOverlay(overlay: Overlay): void {
  if (overlay === 'palette' && open !== 'palette') holdKeys(() => showOverlay(null));
  else if (overlay !== 'palette') releaseKeys();
  open = overlay;
  for (const listener of listeners) listener();
}

export function useOverlay(): Overlay {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
