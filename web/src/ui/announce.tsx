import { useSyncExternalStore } from 'react';

let message = '';
let turn = 0;
const listeners = new Set<() => void>();

/** Says something to people who listen instead of look: a card was moved, a list was filtered. */
export function announce(text: string): void {
  // The same words twice in a row are only read out again when the text differs.
  turn += 1;
  message = turn % 2 === 0 ? text : `${text}\u00a0`;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => message);
  return (
    <div className="n-visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
