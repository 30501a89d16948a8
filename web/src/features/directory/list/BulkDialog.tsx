import { Select, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/ui/FormDialog';
import { useLacks } from '@/ui/lacks';
import { useDirectory } from '../actions';
import type { Kind, Row } from '../types';
import { useOwners, useTags } from '../useNames';

interface BulkDialogProps {
  kind: Kind;
  rows: readonly Row[];
  field: 'owner' | 'tags';
  onClose: () => void;
  onDone: () => void;
}

/** Gives the picked records another owner, or tags. */
export function BulkDialog({ kind, rows, field, onClose, onDone }: BulkDialogProps) {
  const { t } = useTranslation('directory');
  const { changeAll } = useDirectory(kind);
  const owners = useOwners();
  const known = useTags(kind);
  const [owner, setOwner] = useState<string | null>(null);
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const present = [...new Set(rows.flatMap((row) => row.tags))].sort();
  const lacks = useLacks(
    field === 'owner'
      ? { owner: owner === null && t('bulk.ownerNeeded') }
      : { tags: add.length + remove.length === 0 && t('bulk.tagsNeeded') },
  );
  const save = async () => {
    await changeAll(
      rows.map((row) => row.id),
      field === 'owner' ? { ownerId: owner } : { tagsAdd: add, tagsRemove: remove },
    );
    onDone();
  };
  return (
    <FormDialog
      title={t(`bulk.${field}`, { count: rows.length })}
      act={t('bulk.save', { count: rows.length })}
      lacks={lacks}
      onSave={save}
      onClose={onClose}
    >
      {field === 'owner' ? (
        <Select
          data-autofocus
          searchable
          label={t('field.owner')}
          data={owners}
          value={owner}
          error={lacks.at('owner')}
          nothingFoundMessage={t('pick.nothing')}
          onChange={setOwner}
        />
      ) : (
        <>
          <TagsInput
            data-autofocus
            acceptValueOnBlur
            label={t('bulk.add')}
            data={known}
            value={add}
            error={lacks.at('tags')}
            onChange={setAdd}
          />
          {present.length > 0 && (
            <TagsInput label={t('bulk.remove')} data={present} value={remove} onChange={setRemove} />
          )}
        </>
      )}
    </FormDialog>
  );
}
