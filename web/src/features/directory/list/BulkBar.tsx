import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PickedBar } from '@/ui/PickedBar';
import { type Mark, useDirectory } from '../actions';
import type { Kind, Row } from '../types';
import { BulkDialog } from './BulkDialog';

interface BulkBarProps {
  kind: Kind;
  rows: readonly Row[];
  state: string;
  onClear: () => void;
}

const MARKS: Record<string, readonly Mark[]> = {
  active: ['archive', 'trash'],
  archived: ['unarchive', 'trash'],
  trashed: ['restore'],
};

/** What can be done to the picked rows, all at once, and taken back at once. */
export function BulkBar({ kind, rows, state, onClear }: BulkBarProps) {
  const { t } = useTranslation('directory');
  const { markAll } = useDirectory(kind);
  const [field, setField] = useState<'owner' | 'tags' | null>(null);
  const [busy, setBusy] = useState(false);
  const mark = async (each: Mark) => {
    setBusy(true);
    await markAll(
      rows.map((row) => row.id),
      each,
    );
    setBusy(false);
    onClear();
  };
  return (
    <PickedBar
      label={t('bulk.label')}
      count={t(`bulk.picked.${kind}`, { count: rows.length })}
      busy={busy}
      clearLabel={t('bulk.clear')}
      onClear={onClear}
    >
      {state === 'active' && (
        <>
          <Button size="xs" variant="light" onClick={() => setField('owner')}>
            {t('bulk.assign')}
          </Button>
          <Button size="xs" variant="light" onClick={() => setField('tags')}>
            {t('bulk.tag')}
          </Button>
        </>
      )}
      {(MARKS[state] ?? []).map((each) => (
        <Button
          key={each}
          size="xs"
          variant={each === 'trash' || each === 'archive' ? 'subtle' : 'light'}
          {...(each === 'trash' && { color: 'red' })}
          {...(each === 'archive' && { color: 'gray' })}
          disabled={busy}
          onClick={() => void mark(each)}
        >
          {t(`mark.${each}`)}
        </Button>
      ))}
      {field && (
        <BulkDialog kind={kind} rows={rows} field={field} onClose={() => setField(null)} onDone={onClear} />
      )}
    </PickedBar>
  );
}
