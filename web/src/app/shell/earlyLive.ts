import { holdLive, whenLive } from '@/api/live';

/** Longer than this nobody waits for the stream; what was read before it is open is read again then. */
const MOST_MS = 60;

let release: (() => void) | undefined;

/** Opens the live stream while it is still being asked who is signed in: what is read afterwards misses nothing. */
export function openLiveEarly(): void {
  release ??= holdLive();
}

export function earlyLive(): Promise<void> {
  return whenLive(MOST_MS);
}

/** The shell holds the stream from now on, or nobody is signed in. */
export function endEarlyLive(): void {
  release?.();
  release = undefined;
}
