import { Button, Group, Modal, Select, Stack, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PickedBar } from '@/ui/PickedBar';
import { type Mark, useDirectory } from '../actions';
import type { Kind, Row } from '../types';
import { useOwners, useTags } from '../useNames';

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

function BulkDialog({
  kind,
  rows,
  field,
  onClose,
  onDone,
}: {
  kind: Kind;
  rows: readonly Row[];
  field: 'owner' | 'tags';
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('directory');
  const { changeAll } = useDirectory(kind);
  const owners = useOwners();
  const known = useTags(kind);
  const [owner, setOwner] = useState<string | null>(null);
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const present = [...new Set(rows.flatMap((row) => row.tags))].sort();
  const ready = field === 'owner' ? owner !== null : add.length + remove.length > 0;
  const save = async () => {
    setBusy(true);
    await changeAll(
      rows.map((row) => row.id),
      field === 'owner' ? { ownerId: owner } : { tagsAdd: add, tagsRemove: remove },
    );
    onClose();
    onDone();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      title={t(`bulk.${field}`, { count: rows.length })}
    >
      <Stack>
        {field === 'owner' ? (
          <Select
            data-autofocus
            searchable
            label={t('field.owner')}
            data={owners}
            value={owner}
            nothingFoundMessage={t('pick.nothing')}
            onChange={setOwner}
          />
        ) : (
          <>
            <TagsInput data-autofocus label={t('bulk.add')} data={known} value={add} onChange={setAdd} />
            {present.length > 0 && (
              <TagsInput label={t('bulk.remove')} data={present} value={remove} onChange={setRemove} />
            )}
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button disabled={!ready} loading={busy} onClick={() => void save()}>
            {t('bulk.save', { count: rows.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

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
