import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { Kbds, notifyError } from '@/ui';
import type { RecordOfNotes } from './Note';
import classes from './Timeline.module.css';

interface ComposerProps {
  record: RecordOfNotes;
  placeholder: string;
  refresh: () => Promise<unknown>;
}

/** Writes a note. What is typed stays until it is saved, whatever happens meanwhile. */
export function Composer({ record, placeholder, refresh }: ComposerProps) {
  const { t } = useTranslation('timeline');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    try {
      await api.post('/notes', { recordKind: record.kind, recordId: record.id, body: text.trim() });
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
        aria-label={t('note')}
        placeholder={placeholder}
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
          {t('save')}
        </Button>
      )}
    </div>
  );
}
