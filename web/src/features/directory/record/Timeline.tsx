import { Button, Group } from '@mantine/core';
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
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { Timeline as Story } from '@/ui/timeline/Timeline';
import classes from '@/ui/timeline/Timeline.module.css';
import { useDirectory } from '../actions';
import { customFieldsQuery, keys, timelineQuery } from '../api';
import type { DirectoryRecord, Kind, TimelineItem } from '../types';
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
    <Group gap="2px 6px" align="baseline">
      <span>{t(`timeline.kind.${item.kind}`)}</span>
      {other && <strong>{other.name}</strong>}
      {here && other && !parted && !readOnly && (
        <Button size="compact-xs" variant="subtle" onClick={() => void part(other)}>
          {t('merge.part')}
        </Button>
      )}
    </Group>
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

/** Everything that happened to a record, newest first. */
export function Timeline({ kind, record, readOnly }: Of & { readOnly: boolean }) {
  const { t } = useTranslation('directory');
  const client = useQueryClient();
  const pages = useInfiniteQuery(timelineQuery(kind, record.id));
  return (
    <Story
      record={{ kind, id: record.id }}
      pages={pages}
      signs={SIGNS}
      placeholder={t(`timeline.placeholder.${kind}`)}
      readOnly={readOnly}
      refresh={() => client.invalidateQueries({ queryKey: keys.timeline(kind, record.id) })}
      told={(item) => (
        <>
          {isMerge(item) && <Merged kind={kind} record={record} item={item} readOnly={readOnly} />}
          <What kind={kind} item={item} />
        </>
      )}
    />
  );
}
