import { Button, Skeleton } from '@mantine/core';
import { type Icon, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/session';
import { Ago, ErrorState } from '@/ui';
import { Composer } from './Composer';
import { Note, type NoteText, type RecordOfNotes } from './Note';
import classes from './Timeline.module.css';

/** One thing that happened; what it was is told by the feature whose record this is. */
export interface TimelineEntry {
  id: string;
  at: string;
  kind: string;
  actor: { id: string; name: string } | null;
  origin?: string | null;
  note?: (NoteText & { editedAt?: string | null }) | string | null;
}

/** The part of an infinite query that the timeline needs. */
interface Pages<I> {
  data: { pages: { items: I[] }[] } | undefined;
  error: Error | null;
  refetch: () => unknown;
  hasNextPage: boolean;
  fetchNextPage: () => unknown;
  isFetchingNextPage: boolean;
}

interface TimelineProps<I> {
  record: RecordOfNotes;
  pages: Pages<I>;
  signs: Record<string, Icon>;
  /** What the place for a new note says. */
  placeholder: string;
  readOnly: boolean;
  refresh: () => Promise<unknown>;
  /** What happened, where it is not a note. */
  told: (item: I) => ReactNode;
}

const ORIGINS = ['api', 'import', 'automation', 'demo'];

function Entry<I extends TimelineEntry>({ item, ...rest }: Omit<TimelineProps<I>, 'pages'> & { item: I }) {
  const { t } = useTranslation('timeline');
  const { user } = useMe();
  const { record, signs, readOnly, refresh, told } = rest;
  const Sign = signs[item.kind] ?? IconPencil;
  const note = item.note && typeof item.note === 'object' ? item.note : null;
  const origin = ORIGINS.find((each) => each === item.origin);
  return (
    <li className={classes.entry} data-kind={item.kind}>
      <span className={classes.sign}>
        <Sign size={14} aria-hidden />
      </span>
      <div className={classes.grow}>
        <div className={classes.who}>
          <strong>{item.actor?.name ?? t('system')}</strong>
          {origin && <span>{t(`origin.${origin}`)}</span>}
          <Ago value={item.at} />
          {note?.editedAt && <span>{t('edited')}</span>}
        </div>
        {note ? (
          <Note
            record={record}
            note={note}
            // Only who wrote a note changes it.
            readOnly={readOnly || item.actor?.id !== user.id}
            refresh={refresh}
          />
        ) : (
          told(item)
        )}
      </div>
    </li>
  );
}

/** Everything that happened to a record, newest first, with a place to write. */
export function Timeline<I extends TimelineEntry>({ pages, ...rest }: TimelineProps<I>) {
  const { t } = useTranslation('timeline');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = pages;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.timeline} aria-label={t('label')}>
      {!rest.readOnly && (
        <Composer record={rest.record} placeholder={rest.placeholder} refresh={rest.refresh} />
      )}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && [1, 2, 3].map((each) => <Skeleton key={each} height={44} mb={10} radius="md" />)}
      <ol className={classes.entries}>
        {items.map((item) => (
          <Entry key={item.id} item={item} {...rest} />
        ))}
      </ol>
      {hasNextPage && (
        <Button size="xs" variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
