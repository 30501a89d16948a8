import { useCallback, useSyncExternalStore } from 'react';

/** State that many small parts watch without rendering each other. */
export interface Store<T> {
  get: () => T;
  set: (change: Partial<T>) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createStore<T extends object>(first: T): Store<T> {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of a store; `pick` must give the same value for the same state. */
export function useStore<T, R>(store: Store<T>, pick: (state: T) => R): R {
  const snapshot = useCallback(() => pick(store.get()), [store, pick]);
  return useSyncExternalStore(store.subscribe, snapshot);
}
