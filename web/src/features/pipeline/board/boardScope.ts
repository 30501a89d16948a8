import { createContext, useContext } from 'react';
import type { Lifted } from '../model/boardMove';
import type { Filters } from '../model/filters';
import { createStore, type Store, useStore } from '../model/store';
import type { Pipeline, Stage } from '../types';
import type { CardLook } from './cardLook';

/** Where a dragged card would land. */
export interface Over {
  stageId: string;
  cardId: string | null;
  edge: 'top' | 'bottom' | null;
}

export interface BoardState {
  focused: string | null;
  /** Where a range of picked cards begins. */
  anchor: string | null;
  picked: ReadonlySet<string>;
  lifted: Lifted | null;
  dragged: ReadonlySet<string> | null;
  over: Over | null;
  menu: { x: number; y: number } | null;
}

const NONE: ReadonlySet<string> = new Set();

export function createBoardStore(): Store<BoardState> {
  return createStore<BoardState>({
    focused: null,
    anchor: null,
    picked: NONE,
    lifted: null,
    dragged: null,
    over: null,
    menu: null,
  });
}

/** What acts apply to: the picked cards, or else the one that has the focus. */
export function chosen(state: BoardState): readonly string[] {
  if (state.picked.size > 0) return [...state.picked];
  return state.focused === null ? [] : [state.focused];
}

/** All that the parts of one board share; it changes only with the board, never while working on it. */
export interface BoardScope {
  pipeline: Pipeline;
  stages: readonly Stage[];
  filters: Filters;
  currency: string;
  canWrite: boolean;
  look: CardLook;
  store: Store<BoardState>;
  open: (id: string) => void;
  /** Columns answer for bringing one of their cards into sight. */
  columns: Map<string, { reveal: (index: number) => void }>;
}

const Context = createContext<BoardScope | null>(null);
export const BoardProvider = Context.Provider;

export function useBoard(): BoardScope {
  const scope = useContext(Context);
  if (!scope) throw new Error('a part of the board stands outside of it');
  return scope;
}

export function useBoardState<R>(pick: (state: BoardState) => R): R {
  return useStore(useBoard().store, pick);
}
