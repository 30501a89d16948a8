import { ActionIcon, Button, Skeleton, Textarea } from '@mantine/core';
import {
  IconArchive,
  IconArrowsJoin,
  IconArrowsSplit,
  IconNote,
  IconPencil,
  IconPlus,
  IconRotate2,
  IconTrash,
} from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { useMe } from '@/app/session';
import { Ago, ErrorState, InlineText, Kbds, notifyError, notifyUndo, useFormat } from '@/ui';
import { useDirectory } from '../actions';
import { customFieldsQuery, keys, timelineQuery } from '../api';
import type { DirectoryRecord, Kind, TimelineItem } from '../types';
import classes from './Timeline.module.css';
import { changesOf, mergedWith } from './timelineText';

const SIGNS: Record<string, typeof IconNote> = {
  created: IconPlus,
  changed: IconPencil,
  archived: IconArchive,
  unarchived: IconArchive,
  trashed: IconTrash,
  restored: IconRotate2,
  merged: IconArrowsJoin,
  unmerged: IconArrowsSplit,
  note: IconNote,
};

const isMerge = ({ kind }: TimelineItem) => kind === 'merged' || kind === 'unmerged';

interface Of {
  kind: Kind;
  record: DirectoryRecord;
}

function useRefresh({ kind, record }: Of) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keys.timeline(kind, record.id) });
}

/** Writes a note. What is typed stays until it is saved, whatever happens meanwhile. */
function Composer({ kind, record }: Of) {
  const { t } = useTranslation('directory');
  const refresh = useRefresh({ kind, record });
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    try {
      await api.post('/notes', { recordKind: kind, recordId: record.id, body: text.trim() });
      setText('');
      await refresh();
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.composer}>
      <Textarea
        aria-label={t('timeline.note')}
        placeholder={t(`timeline.placeholder.${kind}`)}
        autosize
        minRows={2}
        maxRows={12}
        value={text}
        variant="unstyled"
        data-composer
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void save();
        }}
      />
      {text.trim() !== '' && (
        <Button
          size="xs"
          loading={busy}
          className={classes.send}
          rightSection={<Kbds shortcut="mod+enter" />}
          onClick={() => void save()}
        >
          {t('timeline.save')}
        </Button>
      )}
    </div>
  );
}

function Note({ kind, record, item, readOnly }: Of & { item: TimelineItem; readOnly: boolean }) {
  const { t } = useTranslation('directory');
  const refresh = useRefresh({ kind, record });
  const { note } = item;
  if (!note) return null;
  const remove = async () => {
    try {
      await api.delete(`/notes/${note.id}`);
      await refresh();
      notifyUndo(t('timeline.removed'), async () => {
        await api.post('/notes', { recordKind: kind, recordId: record.id, body: note.body });
        await refresh();
      });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <div className={classes.note}>
      <InlineText
        multiline
        label={t('timeline.note')}
        readOnly={readOnly}
        value={note.body}
        display={<span className={classes.body}>{note.body}</span>}
        validate={(text) => (text.trim() === '' ? t('timeline.empty') : null)}
        onSave={async (body, overwrite) => {
          await api.patch(`/notes/${note.id}`, { body }, overwrite ? {} : { ifMatch: note.version });
          await refresh();
        }}
      />
      {!readOnly && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          className={classes.removeNote}
          aria-label={t('timeline.remove')}
          onClick={() => void remove()}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

/** Which other record, and, as long as it is merged, the way to have two again. */
function Merged({ kind, record, item, readOnly }: Of & { item: TimelineItem; readOnly: boolean }) {
  const { t } = useTranslation('directory');
  const { part } = useDirectory(kind);
  const { data } = useInfiniteQuery(timelineQuery(kind, record.id));
  const other = mergedWith(item);
  const parted = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .some((each) => each.kind === 'unmerged' && each.at > item.at && mergedWith(each)?.id === other?.id);
  const here = item.kind === 'merged' && 'mergedFrom' in item.changes;
  return (
    <div className={classes.merged}>
      <span>{t(`timeline.kind.${item.kind}`)}</span>
      {other && <strong>{other.name}</strong>}
      {here && other && !parted && !readOnly && (
        <Button size="compact-xs" variant="subtle" onClick={() => void part(other)}>
          {t('merge.part')}
        </Button>
      )}
    </div>
  );
}

function What({ kind, item }: { kind: Kind; item: TimelineItem }) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const { data: custom = [] } = useQuery(customFieldsQuery(kind));
  const changes = item.kind === 'created' ? [] : changesOf(item, { t, format, custom });
  const merge = isMerge(item);
  if (merge && changes.length === 0) return null;
  if ((item.kind !== 'changed' && !merge) || changes.length === 0) {
    return <span>{t(`timeline.kind.${item.kind}`)}</span>;
  }
  return (
    <ul className={classes.changes}>
      {changes.map(({ id, label, before, after }) => (
        <li key={id}>
          {label}: {before !== '–' && <del>{before}</del>} {before !== '–' && '→ '}
          <ins>{after}</ins>
        </li>
      ))}
    </ul>
  );
}

function Entry({ kind, record, item, readOnly }: Of & { item: TimelineItem; readOnly: boolean }) {
  const { t } = useTranslation('directory');
  const { user } = useMe();
  const Sign = SIGNS[item.kind] ?? IconPencil;
  return (
    <li className={classes.entry} data-kind={item.kind}>
      <span className={classes.sign}>
        <Sign size={14} aria-hidden />
      </span>
      <div className={classes.grow}>
        <div className={classes.who}>
          <strong>{item.actor?.name ?? t('timeline.system')}</strong>
          {item.origin !== 'user' && <span>{t(`timeline.origin.${item.origin}`)}</span>}
          <Ago value={item.at} />
          {item.note?.editedAt && <span>{t('timeline.edited')}</span>}
        </div>
        {isMerge(item) && <Merged kind={kind} record={record} item={item} readOnly={readOnly} />}
        {item.note ? (
          <Note kind={kind} record={record} item={item} readOnly={readOnly || item.actor?.id !== user.id} />
        ) : (
          <What kind={kind} item={item} />
        )}
      </div>
    </li>
  );
}

/** Everything that happened to a record, newest first. */
export function Timeline({ kind, record, readOnly }: Of & { readOnly: boolean }) {
  const { t } = useTranslation('directory');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    timelineQuery(kind, record.id),
  );
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.timeline} aria-label={t('timeline.label')}>
      {!readOnly && <Composer kind={kind} record={record} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && [1, 2, 3].map((each) => <Skeleton key={each} height={44} mb={10} radius="md" />)}
      <ol className={classes.entries}>
        {items.map((item) => (
          <Entry key={item.id} kind={kind} record={record} item={item} readOnly={readOnly} />
        ))}
      </ol>
      {hasNextPage && (
        <Button size="xs" variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('timeline.more')}
        </Button>
      )}
    </section>
  );
}
