import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { InlineText, notifyError, notifyUndo } from '@/ui';
import classes from './Timeline.module.css';

export interface NoteText {
  id: string;
  body: string;
  version: number;
}

/** The record that notes belong to, as the server names its kind. */
export interface RecordOfNotes {
  kind: 'deal' | 'company' | 'contact';
  id: string;
}

interface NoteProps {
  record: RecordOfNotes;
  note: NoteText;
  readOnly: boolean;
  refresh: () => Promise<unknown>;
}

/** A note, changed in place. */
export function Note({ record, note, readOnly, refresh }: NoteProps) {
  const { t } = useTranslation('timeline');
  const remove = async () => {
    try {
      const { undo } = await api.change('DELETE', `/notes/${note.id}`);
      await refresh();
      notifyUndo(t('removed'), async () => {
        if (undo) await api.post(`/undo/${undo}`);
        else await api.post('/notes', { recordKind: record.kind, recordId: record.id, body: note.body });
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
        label={t('note')}
        readOnly={readOnly}
        value={note.body}
        display={<span className={classes.body}>{note.body}</span>}
        validate={(text) => (text.trim() === '' ? t('empty') : null)}
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
          aria-label={t('remove')}
          onClick={() => void remove()}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
