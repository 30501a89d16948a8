import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Command, RecordSearch, Selection } from './types';

type Listener = () => void;

/**
 * All commands there are at this moment. Features register theirs when they load; a screen adds its own
 * for as long as it is shown. The latest registration of an id wins, so a screen may refine a command.
 */
class CommandRegistry {
  #layers: Command[][] = [];
  #listeners = new Set<Listener>();
  #all: readonly Command[] = [];

  add(commands: Command[]): () => void {
    this.#layers.push(commands);
    this.#changed();
    return () => {
      this.#layers = this.#layers.filter((each) => each !== commands);
      this.#changed();
    };
  }

  all = (): readonly Command[] => this.#all;

  byId(id: string): Command | undefined {
    return this.#all.find((each) => each.id === id);
  }

  subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #changed() {
    const byId = new Map<string, Command>();
    for (const command of this.#layers.flat()) byId.set(command.id, command);
    this.#all = [...byId.values()];
    for (const listener of this.#listeners) listener();
  }
}

export const commands = new CommandRegistry();

/** For a feature's `index.ts`: commands that exist as long as the application does. */
export function registerCommands(list: Command[]): () => void {
  return commands.add(list);
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(commands.subscribe, commands.all);
}

/** Adds a screen's own commands while it is mounted. `list` may change on every render; keys and labels follow. */
export function useCommands(list: Command[]): void {
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  const shape = list.map((each) => `${each.id}|${each.label}|${String(each.shortcut)}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: re-registers on a change of shape; closures come from the ref
  useEffect(() => {
    const current = (id: string) => latest.current.find((each) => each.id === id);
    return commands.add(
      latest.current.map((each) => ({
        ...each,
        when: (context) => current(each.id)?.when?.(context) ?? true,
        run: (context) => current(each.id)?.run(context),
      })),
    );
  }, [shape]);
}

let selection: Selection | null = null;
const selectionListeners = new Set<Listener>();

export function currentSelection(): Selection | null {
  return selection;
}

function setSelection(next: Selection | null) {
  selection = next;
  for (const listener of selectionListeners) listener();
}

/** Tells the registry what is picked on this screen; cleared when the screen goes away. */
export function useSelection(kind: string, ids: readonly string[]): void {
  const key = ids.join(' ');
  useEffect(() => {
    const mine = key === '' ? null : { kind, ids: key.split(' ') };
    setSelection(mine);
    return () => {
      if (selection === mine) setSelection(null);
    };
  }, [kind, key]);
}

export function useCurrentSelection(): Selection | null {
  return useSyncExternalStore((listener) => {
    selectionListeners.add(listener);
    return () => selectionListeners.delete(listener);
  }, currentSelection);
}

const searches: RecordSearch[] = [];

/** The palette asks every registered search for records; the `search` feature registers the server's. */
export function registerRecordSearch(search: RecordSearch): void {
  searches.push(search);
}

export function recordSearches(): readonly RecordSearch[] {
  return searches;
}
