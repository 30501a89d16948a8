import { ActionIcon, Button, Skeleton, Textarea } from '@mantine/core';
import {
  IconArchive,
  IconArrowBackUp,
  IconArrowRight,
  IconNote,
  IconPencil,
  IconPlus,
  IconRotate2,
  IconTrash,
  IconTrophy,
  IconX,
} from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { Ago, ErrorState, InlineText, Kbds, notifyError, notifyUndo } from '@/ui';
import { useActions } from '../actions';
import { keys, timelineQuery } from '../api';
import type { Deal, TimelineItem } from '../types';
import classes from './Record.module.css';
import { TimelineText } from './TimelineText';

const SIGNS: Record<string, typeof IconNote> = {
  created: IconPlus,
  moved: IconArrowRight,
  changed: IconPencil,
  won: IconTrophy,
  lost: IconX,
  returned: IconArrowBackUp,
  reopened: IconRotate2,
  archived: IconArchive,
  unarchived: IconArchive,
  trashed: IconTrash,
  restored: IconRotate2,
  note: IconNote,
};

/** Writes a note. What is typed stays until it is saved, whatever happens meanwhile. */
function Composer({ deal }: { deal: Deal }) {
  const { t } = useTranslation('pipeline');
  const { note } = useActions();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    try {
      await note(deal.id, text.trim());
      setText('');
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
        placeholder={t('timeline.placeholder')}
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

function Note({
  deal,
  note,
  readOnly,
}: {
  deal: Deal;
  note: { id: string; body: string; version: number };
  readOnly: boolean;
}) {
  const { t } = useTranslation('pipeline');
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keys.timeline(deal.id) });
  const remove = async () => {
    try {
      const { undo } = await api.change('DELETE', `/notes/${note.id}`);
      await refresh();
      notifyUndo(t('timeline.removed'), async () => {
        if (undo) await api.post(`/undo/${undo}`);
        else await api.post('/notes', { recordKind: 'deal', recordId: deal.id, body: note.body });
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

function Entry({ item, deal, readOnly }: { item: TimelineItem; deal: Deal; readOnly: boolean }) {
  const { t } = useTranslation('pipeline');
  const Sign = SIGNS[item.kind] ?? IconPencil;
  const note = item.note && typeof item.note === 'object' ? item.note : null;
  return (
    <li className={classes.entry} data-kind={item.kind}>
      <span className={classes.sign}>
        <Sign size={14} aria-hidden />
      </span>
      <div className={classes.grow}>
        <div className={classes.who}>
          <strong>{item.actor?.name ?? t('timeline.system')}</strong>
          {item.origin === 'import' && <span>{t('timeline.imported')}</span>}
          <Ago value={item.at} />
        </div>
        {note ? (
          <Note deal={deal} note={note} readOnly={readOnly} />
        ) : (
          <TimelineText item={item} deal={deal} />
        )}
      </div>
    </li>
  );
}

/** Everything that happened to a deal, newest first. */
export function Timeline({ deal, readOnly }: { deal: Deal; readOnly: boolean }) {
  const { t } = useTranslation('pipeline');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    timelineQuery(deal.id),
  );
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.timeline} aria-label={t('timeline.label')}>
      {!readOnly && <Composer deal={deal} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && [1, 2, 3].map((each) => <Skeleton key={each} height={44} mb={10} radius="md" />)}
      <ol className={classes.entries}>
        {items.map((item) => (
          <Entry key={item.id} item={item} deal={deal} readOnly={readOnly} />
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
