import { Alert } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@/api';
import { useSession } from '@/app/session';
import { ViewsMenu } from '@/app/views/ViewsMenu';
import { CommandButton } from '@/commands';
import { ErrorState, ListSkeleton, PageHeader, useFormat } from '@/ui';
import { ExportMenu } from '@/ui/ExportMenu';
import { DataTable, PLAIN_LAYOUT, type Sort, type TableLayout } from '@/ui/table';
import { useActions } from '../actions';
import { dealsQuery, pipelinesQuery } from '../api';
import { FilterBar, FilterChips } from '../filters/FilterBar';
import { RiskFilter } from '../filters/RiskFilter';
import { useCustomFields } from '../filters/useChoices';
import { type SavedView, sameView, signOfView, type ViewConfig } from '../filters/views';
import { LayoutSwitch } from '../LayoutSwitch';
import {
  type Filters,
  filtersKey,
  LIST_FILTERS,
  readFilters,
  setFilter,
  writeFilters,
} from '../model/filters';
import { groupingOf } from '../model/groups';
import { provideWalk } from '../model/walk';
import type { Deal } from '../types';
import { AsOf } from './AsOf';
import { BulkBar } from './BulkBar';
import { useDealColumns } from './columns';
import { DealRowCard } from './DealRowCard';
import { GroupedDeals } from './GroupedDeals';
import classes from './List.module.css';
import { NoDeals } from './NoDeals';
import { Summary } from './Summary';
import { useListLayout } from './useListLayout';

const DealPanel = lazy(() => import('../record/DealPanel'));
type Search = Record<string, unknown>;
const NOTHING: ReadonlySet<string> = new Set();
const PLAIN_SORT = '-updatedAt';

function useSearchState() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Search;
  const written = JSON.stringify(filtersKey(readFilters(search)));
  const filters = useMemo(() => JSON.parse(written) as Filters, [written]);
  const sort = typeof search.sort === 'string' ? search.sort : PLAIN_SORT;
  const go = (change: (search: Search) => Search, replace = true) =>
    void navigate({ to: '.', search: change as never, replace });
  return { search, filters, sort, go, navigate };
}

export function DealsPage() {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const { can } = useSession();
  const { patch } = useActions();
  const phone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
  const { search, filters, sort, go, navigate } = useSearchState();
  const [picked, setPicked] = useState(NOTHING);
  const { layout, setLayout } = useListLayout();
  const { data: pipelines = [] } = useQuery(pipelinesQuery);
  const custom = useCustomFields();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    dealsQuery(filters, sort),
  );
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const by = groupingOf(search.group);
  const state = filters.state?.[0] ?? 'active';
  const asOf = filters.asOf?.[0];
  const editable = can('write') && !asOf && state === 'active';
  const columns = useDealColumns({ pipelines, custom, editable, patch });
  useEffect(() => provideWalk(() => rows.map((row) => row.id)), [rows]);

  const setFilters = (next: Filters) => {
    setPicked(NOTHING);
    go((now) => writeFilters(now, next));
  };
  const openView = (view: SavedView | null) => {
    if (view === null) return go(() => ({}));
    const { config } = view;
    if (config.layout === 'board') {
      const { pipeline, ...rest } = config.filters;
      void navigate({
        to: pipeline?.[0] ? `/board/${pipeline[0]}` : '/board',
        search: { ...writeFilters({}, rest), view: view.id } as never,
      });
      return;
    }
    setLayout(
      layoutOf(
        view,
        columns.map((each) => each.id),
      ),
    );
    go(() => ({
      ...writeFilters({}, config.filters),
      view: view.id,
      ...(config.sort && { sort: config.sort }),
      ...(config.group && { group: config.group }),
    }));
  };
  const shownColumns = columns
    .filter((each) => layout.visible[each.id] ?? !each.hidden)
    .map((each) => each.id)
    .sort((a, b) => layout.order.indexOf(a) - layout.order.indexOf(b));
  const shown: ViewConfig = {
    layout: 'list',
    filters: setFilter(filters, 'asOf', []),
    ...(sort !== PLAIN_SORT && { sort }),
    ...(by && { group: by }),
    columns: shownColumns,
    ...(Object.keys(layout.widths).length > 0 && { widths: layout.widths }),
  };
  const exportOf = (kind: string) =>
    apiUrl(`/exports/deals.${kind}`, { ...filters, columns: shownColumns.join(',') });
  const [first] = data?.pages ?? [];
  const table = {
    rowId: (row: Deal) => row.id,
    columns,
    sort: { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
    onSort: (next: Sort) => go((now) => ({ ...now, sort: `${next.descending ? '-' : ''}${next.column}` })),
    onOpen: (row: Deal) => go((now) => ({ ...now, deal: row.id }), false),
    ...(can('write') && !asOf && { kind: 'deal', picked, onPick: setPicked }),
    layout,
    onLayout: setLayout,
    card: (row: Deal) => <DealRowCard deal={row} pipelines={pipelines} />,
  };
  const deal = typeof search.deal === 'string' ? search.deal : null;
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('list.title')}
        actions={
          <>
            {!phone && <AsOf filters={filters} onChange={setFilters} />}
            {!phone && <ExportMenu href={exportOf} />}
            <LayoutSwitch current="list" filters={filters} />
            {!phone && <CommandButton id="pipeline.new-deal" />}
          </>
        }
      >
        <ViewsMenu
          kind="deal"
          all={t('views.all')}
          nameExample={t('views.nameExample')}
          same={sameView}
          signOf={signOfView}
          current={typeof search.view === 'string' ? search.view : undefined}
          shown={shown}
          onOpen={openView}
        />
        <FilterBar filters={filters} names={LIST_FILTERS} onChange={setFilters} />
        <RiskFilter filters={filters} onChange={setFilters} />
      </PageHeader>
      <FilterChips filters={filters} onChange={setFilters} />
      {asOf && (
        <Alert
          className={classes.past}
          color="amber"
          p="xs"
          withCloseButton
          closeButtonLabel={t('list.asOfClose')}
          onClose={() => setFilters(setFilter(filters, 'asOf', []))}
        >
          {t('list.asOfNotice', { date: format.date(asOf) })}
        </Alert>
      )}
      <Summary
        first={first}
        state={state}
        by={by}
        onState={(value) => setFilters(setFilter(filters, 'state', value === 'active' ? [] : [value]))}
        onGroup={(value) => go(({ group: _, ...rest }) => (value ? { ...rest, group: value } : rest))}
      />
      <div className={classes.table}>
        {by && first?.count !== 0 ? (
          <GroupedDeals by={by} filters={filters} sort={sort} table={table} />
        ) : error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <ListSkeleton />
        ) : (
          <DataTable<Deal>
            {...table}
            label={t('list.title')}
            rows={rows}
            total={first?.count}
            onEndReached={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined}
            loadingMore={isFetchingNextPage}
            empty={<NoDeals filtered={Object.keys(filters).length > 0} onClear={() => setFilters({})} />}
          />
        )}
      </div>
      {picked.size > 0 && <BulkBar ids={[...picked]} state={state} onClear={() => setPicked(NOTHING)} />}
      {deal && (
        <Suspense fallback={null}>
          <DealPanel
            id={deal}
            onGo={(id) => go(({ deal: _, ...rest }) => (id ? { ...rest, deal: id } : rest))}
          />
        </Suspense>
      )}
    </div>
  );
}

/** How a saved view arranges the columns: those it names are shown, in its order. */
function layoutOf(view: SavedView, all: readonly string[]): TableLayout {
  const { columns, widths } = view.config;
  if (!columns) return PLAIN_LAYOUT;
  const visible = Object.fromEntries(all.map((id) => [id, columns.includes(id)]));
  return { widths: widths ?? {}, visible, order: [...columns, ...all.filter((id) => !columns.includes(id))] };
}
