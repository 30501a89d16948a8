import type { QueryClient } from '@tanstack/react-query';

const asked = new WeakMap<object, number>();

/** Notes when each query asked the server last. */
export function noteReads(client: QueryClient): void {
  client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'fetch') asked.set(event.query, performance.now());
  });
}

/** Whether a query last asked before a moment on the page's clock, so that a later change may be missing in it. */
export function askedBefore(query: object, moment = Number.POSITIVE_INFINITY): boolean {
  return (asked.get(query) ?? 0) < moment;
}

/** Reads anew what was asked for before the live stream was open, even if the answer is still to come; by first parts of keys. */
export function readAgain(client: QueryClient, names: readonly string[], openedAt?: number): void {
  for (const query of client.getQueryCache().getAll()) {
    if (!names.includes(String(query.queryKey[0])) || !askedBefore(query, openedAt)) continue;
    const again = () => void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    if (query.state.data !== undefined) again();
    else if (query.state.fetchStatus === 'fetching') query.promise?.then(again, () => undefined);
  }
}
