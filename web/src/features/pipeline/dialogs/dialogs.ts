import type { Requirement } from '@/api';
import type { Place } from '../model/boardMove';
import { createStore, useStore } from '../model/store';
import type { Card, Ref } from '../types';

/** What a person is being asked about deals. One at a time, from wherever it was called. */
export type DealDialog =
  | { kind: 'new'; pipelineId?: string | undefined; stageId?: string | undefined; company?: Ref | undefined }
  | { kind: 'won' | 'lost' | 'return' | 'reopen'; ids: readonly string[]; place?: Place | undefined }
  | { kind: 'move' | 'assign' | 'next-step' | 'tags'; ids: readonly string[] }
  | { kind: 'refused'; deal: Card; place: Place; requirements: readonly Requirement[]; title: string };

const store = createStore<{ open: DealDialog | null }>({ open: null });

export function ask(dialog: DealDialog | null): void {
  store.set({ open: dialog });
}

export function useDialog(): DealDialog | null {
  return useStore(store, (state) => state.open);
}
