import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api';

export type ViewKind = 'deal' | 'company' | 'contact';

/** Filters, order and columns under a name; what exactly is kept is the business of the list that shows it. */
export interface SavedView<C> {
  id: string;
  name: string;
  shared: boolean;
  /** Only its owner changes a view. */
  own: boolean;
  owner?: { id: string; name: string } | null;
  config: C;
  version: number;
}

const keyOf = (kind: ViewKind) => ['views', kind] as const;

export const viewsQuery = <C>(kind: ViewKind) =>
  queryOptions({
    queryKey: keyOf(kind),
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get<SavedView<C>[]>('/views', { signal, query: { kind } }),
  });

export function useViewChanges<C>(kind: ViewKind) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(kind) });
  return {
    create: async (name: string, shared: boolean, config: C) => {
      const view = await api.post<SavedView<C>>('/views', { recordKind: kind, name, shared, config });
      await refresh();
      return view;
    },
    change: async (view: SavedView<C>, change: { name?: string; shared?: boolean; config?: C }) => {
      await api.patch(`/views/${view.id}`, change, { ifMatch: view.version });
      await refresh();
    },
    remove: async (view: SavedView<C>) => {
      await api.delete(`/views/${view.id}`);
      await refresh();
    },
  };
}
