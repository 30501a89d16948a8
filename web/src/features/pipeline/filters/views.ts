import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api';
import { listOf } from '../api';
import { type Filters, sameFilters } from '../model/filters';
import type { Paged, Ref } from '../types';

/** How a view looks: a board or a list, what it shows and in which order. */
export interface ViewConfig {
  layout: 'board' | 'list';
  filters: Filters;
  sort?: string | undefined;
  group?: string | undefined;
  /** Card fields of a board, visible columns of a list. */
  columns?: readonly string[] | undefined;
  compact?: boolean | undefined;
  widths?: Record<string, number> | undefined;
}

export interface SavedView {
  id: string;
  name: string;
  shared: boolean;
  owner?: Ref | null;
  config: ViewConfig;
  version: number;
}

const KEY = ['views', 'deal'] as const;

export const viewsQuery = queryOptions({
  queryKey: KEY,
  staleTime: 60_000,
  queryFn: async ({ signal }) =>
    listOf(await api.get<SavedView[] | Paged<SavedView>>('/views', { signal, query: { kind: 'deal' } })),
});

/** Whether what is shown is still what the view says. */
export function sameView(a: ViewConfig, b: ViewConfig): boolean {
  const plain = (config: ViewConfig) =>
    JSON.stringify([
      config.layout,
      config.sort ?? null,
      config.group ?? null,
      config.columns ?? null,
      config.compact ?? false,
      config.widths ?? {},
    ]);
  return sameFilters(a.filters, b.filters) && plain(a) === plain(b);
}

export function useViewChanges() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: KEY });
  return {
    create: async (name: string, shared: boolean, config: ViewConfig) => {
      const view = await api.post<SavedView>('/views', { recordKind: 'deal', name, shared, config });
      await refresh();
      return view;
    },
    change: async (view: SavedView, change: { name?: string; shared?: boolean; config?: ViewConfig }) => {
      await api.patch(`/views/${view.id}`, change, { ifMatch: view.version });
      await refresh();
    },
    remove: async (view: SavedView) => {
      await api.delete(`/views/${view.id}`);
      await refresh();
    },
  };
}
