import { useLocalStorage } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { PLAIN_LAYOUT, type TableLayout } from '@/ui/table';
import { type Filters, filtersKey, readFilters, writeFilters } from '../model/filters';
import type { Kind } from '../types';
import { layoutOf, type SavedView } from '../views';

type Search = Record<string, unknown>;
export const PLAIN_SORT = 'name';

/** What the list shows stands in its address; how its columns lie stays on this device, or in a saved view. */
export function useListState(kind: Kind) {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Search;
  const written = JSON.stringify(filtersKey(readFilters(search)));
  const filters = useMemo(() => JSON.parse(written) as Filters, [written]);
  const sort = typeof search.sort === 'string' ? search.sort : PLAIN_SORT;
  const [layout, setLayout] = useLocalStorage<TableLayout>({
    key: `nurt.${kind}.columns`,
    defaultValue: PLAIN_LAYOUT,
    getInitialValueInEffect: false,
  });
  const go = (change: (search: Search) => Search) =>
    void navigate({ to: '.', search: change as never, replace: true });
  return {
    filters,
    sort,
    layout,
    setLayout,
    view: typeof search.view === 'string' ? search.view : undefined,
    setFilters: (next: Filters) => go((now) => writeFilters(now, next)),
    setSort: (next: string) =>
      go(({ sort: _, ...rest }) => (next === PLAIN_SORT ? rest : { ...rest, sort: next })),
    openView: (view: SavedView | null, columns: readonly string[]) => {
      if (view === null) return go(() => ({}));
      const arranged = layoutOf(view.config, columns);
      if (arranged) setLayout(arranged);
      go(() => ({
        ...writeFilters({}, view.config.filters ?? {}),
        view: view.id,
        ...(view.config.sort && { sort: view.config.sort }),
      }));
    },
  };
}
