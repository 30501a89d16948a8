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
  return (asked.get(query) ?? Number.NEGATIVE_INFINITY) < moment;
}

/** The first part of a key, or several of them. */
export type Named = string | readonly string[];

const isNamed = (key: readonly unknown[], name: Named) =>
  (typeof name === 'string' ? [name] : name).every((part, index) => key[index] === part);

/**
 * Reads anew what was asked for before a moment on the page's clock, even if the answer is still to come; without a moment,
 * whatever is called so.
 */
export function readAgain(client: QueryClient, names: readonly Named[], moment?: number): void {
  for (const query of client.getQueryCache().getAll()) {
    if (!names.some((name) => isNamed(query.queryKey, name)) || !askedBefore(query, moment)) continue;
    const again = () => void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    // Another reading of what has no answer yet would be taken for the one under way.
    if (query.state.data === undefined && query.state.fetchStatus === 'fetching') {
      query.promise?.then(again, again);
    } else again();
  }
}
