import { Badge, Button, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Ago, ErrorState, ListSkeleton, useFormat } from '@/ui';
import { importsQuery } from './api';
import classes from './Import.module.css';
import { isBusy } from './model/steps';
import type { ImportStatus, ImportSummary } from './types';
import { useCounted } from './useCounted';

const TONES: Record<ImportStatus, string> = {
  draft: 'gray',
  queued: 'river',
  running: 'river',
  done: 'green',
  failed: 'red',
  cancelled: 'amber',
  undoing: 'river',
  undone: 'gray',
};

export function StatusBadge({ status }: { status: ImportStatus }) {
  const { t } = useTranslation('exchange');
  return <Badge color={TONES[status]}>{t(`status.${status}`)}</Badge>;
}

function Row({ item }: { item: ImportSummary }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const counted = useCounted();
  const begun = item.status !== 'draft' && item.status !== 'queued';
  return (
    <tr>
      <th scope="row">
        <Link to="/import/$importId" params={{ importId: item.id }} className={classes.name}>
          {item.name}
        </Link>
      </th>
      <td>
        <StatusBadge status={item.status} />
        {isBusy(item.status) && item.totalRows > 0 && (
          <span className={classes.dim}> {format.percent(item.doneRows / item.totalRows)}</span>
        )}
      </td>
      <td className="n-figure">
        {begun && counted('exchange:count.created', item.created)}
        {begun && item.updated > 0 && `, ${counted('exchange:count.updated', item.updated)}`}
        {begun && item.refused > 0 && `, ${counted('exchange:count.refused', item.refused)}`}
        {!begun && <span className={classes.dim}>{t('history.nothingWritten')}</span>}
      </td>
      <td className={classes.dim}>
        <Ago value={item.finishedAt ?? item.startedAt ?? item.createdAt} />
        {item.createdBy && ` · ${item.createdBy.name}`}
      </td>
    </tr>
  );
}

/** The imports there have been, the newest first. */
export function History() {
  const { t } = useTranslation('exchange');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(importsQuery);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={4} />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return null;
  return (
    <section className={classes.body} aria-label={t('history.title')}>
      <Title order={2} size="h3" mt="xl" mb="sm">
        {t('history.title')}
      </Title>
      <div className={classes.scroll}>
        <table className={`${classes.table} ${classes.stackable}`}>
          <thead>
            <tr>
              <th scope="col">{t('history.name')}</th>
              <th scope="col">{t('history.status')}</th>
              <th scope="col">{t('history.result')}</th>
              <th scope="col">{t('history.when')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <Button variant="subtle" mt="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
