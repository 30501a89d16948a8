import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAddressBook, IconBuilding } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@/api';
import { useSession } from '@/app/session';
import { ViewsMenu } from '@/app/views/ViewsMenu';
import { CommandButton, useCommands } from '@/commands';
import { EmptyState, ErrorState, ListSkeleton, PageHeader, useFormat } from '@/ui';
import { ExportMenu } from '@/ui/ExportMenu';
import { DataTable } from '@/ui/table';
import { listQuery } from '../api';
import { QuickCreate } from '../create/QuickCreate';
import { setFilter } from '../model/filters';
import { provideWalk } from '../model/walk';
import { type Kind, pathOf, type Row } from '../types';
import { useCustomFields } from '../useNames';
import { sameView, type ViewConfig } from '../views';
import { BulkBar } from './BulkBar';
import { directoryColumns } from './columns';
import { FilterButton, FilterChips, TextFilter } from './Filters';
import classes from './List.module.css';
import { RowCard } from './RowCard';
import { PLAIN_SORT, useListState } from './useListState';

const NOTHING: ReadonlySet<string> = new Set();
const STATES = ['active', 'archived', 'trashed'] as const;
const idOf = (row: Row) => row.id;

function Nothing({
  kind,
  state,
  filtered,
  onClear,
}: {
  kind: Kind;
  state: string;
  filtered: boolean;
  onClear: () => void;
}) {
  const { t } = useTranslation('directory');
  const what = filtered ? 'filtered' : state === 'active' ? kind : state;
  return (
    <EmptyState
      icon={kind === 'company' ? IconBuilding : IconAddressBook}
      title={t(`empty.${what}.title`)}
      actions={
        filtered ? (
          <Button variant="default" onClick={onClear}>
            {t('filter.clear')}
          </Button>
        ) : (
          state === 'active' && (
            <>
              <CommandButton id={`directory.new-${kind}`} size="sm" />
              <CommandButton id="exchange.import" size="sm" variant="default" />
            </>
          )
        )
      }
    >
      {t(`empty.${what}.lead`)}
    </EmptyState>
  );
}

/** Companies or contacts as a table. */
export function ListPage({ kind }: { kind: Kind }) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const { can, me } = useSession();
  const navigate = useNavigate();
  const phone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
  const list = useListState(kind);
  const { filters, sort, layout } = list;
  const [picked, setPicked] = useState(NOTHING);
  const [creating, setCreating] = useState(false);
  const custom = useCustomFields(kind);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    listQuery(kind, filters, sort),
  );
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const state = filters.state?.[0] ?? 'active';
  const currency = me?.workspace.currency ?? '';
  const columns = useMemo(
    () => directoryColumns(kind, { t, format, custom, currency }),
    [kind, t, format, custom, currency],
  );
  useEffect(() => provideWalk(kind, rows.map(idOf)), [kind, rows]);

  useCommands([
    {
      id: `directory.new-${kind}`,
      label: `directory:commands.new-${kind}`,
      icon: kind === 'company' ? IconBuilding : IconAddressBook,
      group: 'create',
      when: ({ can: may }) => may('write'),
      run: () => setCreating(true),
    },
  ]);

  const setFilters: typeof list.setFilters = (next) => {
    setPicked(NOTHING);
    list.setFilters(next);
  };
  const industries = useMemo(() => {
    const found = rows
      .map((row) => ('industry' in row ? row.industry : null))
      .filter((each) => each !== null);
    return [...new Set(found)].sort(format.compare);
  }, [rows, format]);
  const ids = columns.map((each) => each.id);
  const shown: ViewConfig = {
    layout: 'list',
    filters,
    ...(sort !== PLAIN_SORT && { sort }),
    columns: columns
      .filter((each) => layout.visible[each.id] ?? !each.hidden)
      .map((each) => each.id)
      .sort((a, b) => layout.order.indexOf(a) - layout.order.indexOf(b)),
    ...(Object.keys(layout.widths).length > 0 && { widths: layout.widths }),
  };
  const exportOf = (type: string) => apiUrl(`/exports${pathOf(kind)}.${type}`, { ...filters, sort });
  const chosen = rows.filter((row) => picked.has(row.id));
  const filtered = Object.keys(filters).some((name) => name !== 'state');
  return (
    <div className={classes.page}>
      <PageHeader
        title={t(`list.${kind}`)}
        actions={
          <>
            {!phone && <ExportMenu href={exportOf} />}
            <CommandButton id={`directory.new-${kind}`} />
          </>
        }
      >
        <ViewsMenu<Partial<ViewConfig>>
          kind={kind}
          all={t(`views.all.${kind}`)}
          nameExample={t('views.nameExample')}
          same={sameView}
          current={list.view}
          shown={shown}
          onOpen={(view) => list.openView(view, ids)}
        />
        <TextFilter kind={kind} filters={filters} onChange={setFilters} />
        <FilterButton kind={kind} filters={filters} industries={industries} onChange={setFilters} />
        <SegmentedControl
          size="xs"
          aria-label={t('list.state')}
          data={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state}
          onChange={(value) => setFilters(setFilter(filters, 'state', value === 'active' ? [] : [value]))}
        />
      </PageHeader>
      <FilterChips kind={kind} filters={filters} onChange={setFilters} />
      {creating && <QuickCreate kind={kind} onClose={() => setCreating(false)} />}
      <div className={classes.table}>
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <ListSkeleton />
        ) : (
          <DataTable<Row>
            label={t(`list.${kind}`)}
            rows={rows}
            rowId={idOf}
            columns={columns}
            sort={{ column: sort.replace(/^-/, ''), descending: sort.startsWith('-') }}
            onSort={(next) => list.setSort(`${next.descending ? '-' : ''}${next.column}`)}
            onOpen={(row) => void navigate({ to: `${pathOf(kind)}/${row.id}` })}
            {...(can('write') && { kind, picked, onPick: setPicked })}
            onEndReached={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined}
            loadingMore={isFetchingNextPage}
            layout={layout}
            onLayout={list.setLayout}
            card={(row) => <RowCard row={row} />}
            empty={
              <Nothing
                kind={kind}
                state={state}
                filtered={filtered}
                onClear={() => setFilters(state === 'active' ? {} : { state: [state] })}
              />
            }
          />
        )}
      </div>
      {chosen.length > 0 && (
        <BulkBar kind={kind} rows={chosen} state={state} onClear={() => setPicked(NOTHING)} />
      )}
    </div>
  );
}

export const CompaniesPage = () => <ListPage kind="company" />;
export const ContactsPage = () => <ListPage kind="contact" />;
