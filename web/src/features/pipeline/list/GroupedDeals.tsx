import { Alert, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelection } from '@/commands';
import { ErrorState, ListSkeleton, Money, useFormat } from '@/ui';
import { DataTable, type DataTableProps } from '@/ui/table';
import { dealsQuery, groupsQuery } from '../api';
import type { Filters } from '../model/filters';
import { type Grouping, groupFilters } from '../model/groups';
import type { Deal, DealGroup } from '../types';
import classes from './Groups.module.css';

type Table = Omit<
  DataTableProps<Deal>,
  'rows' | 'total' | 'label' | 'onEndReached' | 'loadingMore' | 'empty'
>;

interface GroupedDealsProps {
  by: Grouping;
  filters: Filters;
  sort: string;
  table: Table;
}

/** A row, the head of a table, and the most of a group that is shown before it scrolls by itself. */
const ROW = 40;
const HEAD = 44;
const MOST = 440;

function useName(by: Grouping) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  return (group: DealGroup): string => {
    if (by === 'stage') return group.name ?? '';
    if (group.key === null) return t(`group.without.${by}`);
    return by === 'closeMonth' ? format.month(`${group.key}-01`) : (group.name ?? group.key);
  };
}

function GroupTable({
  name,
  count,
  filters,
  sort,
  table,
}: Omit<GroupedDealsProps, 'by'> & { name: string; count: number }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    dealsQuery(filters, sort),
  );
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={Math.min(count, 6)} />;
  return (
    <div style={{ height: Math.min(MOST, HEAD + Math.max(1, count) * ROW) }}>
      <DataTable<Deal>
        {...table}
        label={name}
        rows={rows}
        total={data.pages[0]?.count ?? count}
        onEndReached={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined}
        loadingMore={isFetchingNextPage}
      />
    </div>
  );
}

/** Each table speaks for the rows picked in it; acts are about the rows picked in all of them. */
function PickedInAll({ picked }: { picked: ReadonlySet<string> }) {
  useSelection('deal', [...picked]);
  return null;
}

/** The list by groups: the figures of each are the server's, so they hold for all of its deals, loaded or not. */
export function GroupedDeals({ by, filters, sort, table }: GroupedDealsProps) {
  const { t } = useTranslation('pipeline');
  const { data, error, refetch } = useQuery(groupsQuery(by, filters));
  const nameOf = useName(by);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  const toggle = (key: string) => {
    const next = new Set(toggled);
    if (!next.delete(key)) next.add(key);
    setToggled(next);
  };
  return (
    <div className={classes.groups}>
      {data.groups.map((group, index) => {
        const key = group.key ?? '';
        // The first stands open, so that it is seen what opening shows.
        const open = toggled.has(`${by} ${key}`) !== (index === 0);
        const name = nameOf(group);
        return (
          <section key={`${by} ${key}`} aria-label={name}>
            <UnstyledButton
              className={classes.head}
              aria-expanded={open}
              onClick={() => toggle(`${by} ${key}`)}
            >
              <IconChevronRight size={16} aria-hidden className={classes.arrow} />
              <strong className={classes.name}>{name}</strong>
              <span className="n-figure">{t('group.count', { count: group.count })}</span>
              <span className={classes.total}>
                <Money amount={group.total} currency={data.currency} whole />
              </span>
              {group.unvalued > 0 && (
                <span className={classes.soft}>{t('board.unvalued', { count: group.unvalued })}</span>
              )}
            </UnstyledButton>
            {open && (
              <GroupTable
                name={name}
                count={group.count}
                filters={groupFilters(by, group.key, filters)}
                sort={sort}
                table={table}
              />
            )}
          </section>
        );
      })}
      {data.more > 0 && (
        <Alert color="gray" p="xs">
          {t('group.more', { count: data.more })}
        </Alert>
      )}
      {table.picked && <PickedInAll picked={table.picked} />}
    </div>
  );
}
