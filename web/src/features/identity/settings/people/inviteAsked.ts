import { useSyncExternalStore } from 'react';

let asked = false;
const listeners = new Set<() => void>();

/** Opens the invitation form, now or as soon as the page of people is shown; false closes it. */
export function askInvite(wanted: boolean): void {
  asked = wanted;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useInviteAsked = (): boolean => useSyncExternalStore(subscribe, () => asked);
