import { Alert, Button, Group, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal, useErrorText } from '@/ui';
import { DateField } from '@/ui/dates';
import { mayBeSent, useLacks } from '@/ui/lacks';
import { type BulkChange, useActions } from '../actions';
import { tagsQuery } from '../api';
import { useChoices } from '../filters/useChoices';
import type { BulkField } from './BulkBar';

interface BulkDialogProps {
  field: BulkField;
  ids: readonly string[];
  onClose: () => void;
}

/** What the server did not change and why: nothing is left out silently. */
interface Refused {
  id: string;
  title: string;
  problem: { title?: string; detail?: string };
}

function changeOf(field: BulkField, value: string | null, added: string[], removed: string[]): BulkChange {
  switch (field) {
    case 'stage':
      return value ? { stageId: value } : {};
    case 'owner':
      return { ownerId: value };
    case 'tags':
      return { tagsAdd: added, tagsRemove: removed };
    case 'expectedClose':
      return { expectedClose: value };
    case 'source':
      return { source: value };
    case 'category':
      return { category: value };
  }
}

/** Sets one field of many deals. */
export function BulkDialog({ field, ids, onClose }: BulkDialogProps) {
  const { t } = useTranslation('pipeline');
  const { bulk } = useActions();
  const words = useErrorText();
  const choices = useChoices();
  const { data: tags = [] } = useQuery(tagsQuery);
  const [value, setValue] = useState<string | null>(null);
  const [added, setAdded] = useState<string[]>([]);
  const [removed, setRemoved] = useState<string[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [busy, setBusy] = useState(false);
  const names = tags.map(({ name }) => name);
  const categories = ['commit', 'best_case', 'pipeline', 'omitted'].map((each) => ({
    value: each,
    label: t(`category.${each}`),
  }));
  const options = field === 'category' ? categories : choices[field];
  const empty = field === 'tags' ? added.length + removed.length === 0 : field === 'stage' && !value;

  const form = useRef<HTMLFormElement>(null);
  const lacks = useLacks({ value: empty });

  const save = async () => {
    if (!mayBeSent(lacks, form.current)) return;
    setBusy(true);
    setError(null);
    try {
      const answer = await bulk({ ids }, changeOf(field, value?.trim() || null, added, removed));
      setRefused(answer.refused);
      if (answer.refused.length === 0) onClose();
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      opened
      onClose={onClose}
      title={t('bulk.title', { field: t(`field.${field}`), count: ids.length })}
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      >
        <Stack gap="md">
          {options && field !== 'tags' && (
            <Select
              data-autofocus
              searchable
              clearable={field !== 'stage'}
              label={t(`field.${field}`)}
              data={options}
              error={lacks.at('value')}
              value={value}
              onChange={setValue}
            />
          )}
          {field === 'expectedClose' && (
            <DateField label={t('field.expectedClose')} value={value} onChange={setValue} />
          )}
          {field === 'source' && (
            <TextInput
              data-autofocus
              label={t('field.source')}
              value={value ?? ''}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          )}
          {field === 'tags' && (
            <>
              <TagsInput
                data-autofocus
                label={t('bulk.tagsAdd')}
                data={names}
                error={lacks.at('value')}
                value={added}
                onChange={setAdded}
              />
              <TagsInput label={t('bulk.tagsRemove')} data={names} value={removed} onChange={setRemoved} />
            </>
          )}
          {error !== null && (
            <Alert color="red" role="alert" title={words(error).title}>
              {words(error).detail}
            </Alert>
          )}
          {refused.length > 0 && (
            <Alert color="amber" role="alert" title={t('bulk.refused', { count: refused.length })}>
              <ul style={{ margin: 0, paddingLeft: 18, maxHeight: 180, overflowY: 'auto' }}>
                {refused.map((each) => (
                  <li key={each.id}>
                    {each.title}: {each.problem.detail || each.problem.title}
                  </li>
                ))}
              </ul>
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t(refused.length > 0 ? 'bulk.close' : 'cancel')}
            </Button>
            {refused.length === 0 && (
              <Button type="submit" loading={busy}>
                {t('bulk.act', { count: ids.length })}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
