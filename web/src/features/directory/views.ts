import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api';
import type { TableLayout } from '@/ui/table';
import { type Filters, sameFilters } from './model/filters';
import type { Kind, Ref } from './types';

/** What a saved view keeps: what is shown, in which order, in which columns. */
export interface ViewConfig {
  layout: 'list';
  filters: Filters;
  sort?: string;
  /** The visible columns in their order. */
  columns: readonly string[];
  widths?: Record<string, number>;
}

export interface SavedView {
  id: string;
  name: string;
  shared: boolean;
  own: boolean;
  owner: Ref | null;
  config: Partial<ViewConfig>;
  version: number;
}

const keyOf = (kind: Kind) => ['views', kind] as const;

export const viewsQuery = (kind: Kind) =>
  queryOptions({
    queryKey: keyOf(kind),
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get<SavedView[]>('/views', { signal, query: { kind } }),
  });

/** Whether what is shown is still what the view says. */
export function sameView(a: Partial<ViewConfig>, b: Partial<ViewConfig>): boolean {
  const plain = (config: Partial<ViewConfig>) =>
    JSON.stringify([config.sort ?? null, config.columns ?? null, config.widths ?? {}]);
  return sameFilters(a.filters ?? {}, b.filters ?? {}) && plain(a) === plain(b);
}

/** How a saved view arranges the columns: those it names are shown, in its order. */
export function layoutOf(config: Partial<ViewConfig>, all: readonly string[]): TableLayout | null {
  const { columns } = config;
  if (!columns) return null;
  return {
    widths: config.widths ?? {},
    visible: Object.fromEntries(all.map((id) => [id, columns.includes(id)])),
    order: [...columns, ...all.filter((id) => !columns.includes(id))],
  };
}

export function useViewChanges(kind: Kind) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(kind) });
  return {
    create: async (name: string, shared: boolean, config: Partial<ViewConfig>) => {
      const view = await api.post<SavedView>('/views', { recordKind: kind, name, shared, config });
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
