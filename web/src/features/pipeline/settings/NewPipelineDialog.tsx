import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/ui/FormDialog';
import { useLacks } from '@/ui/lacks';
import type { Pipeline } from '../types';
import { type StageFields, useSetup } from './setup';

interface NewPipelineDialogProps {
  /** Its stages are a better beginning than none. */
  template: Pipeline | undefined;
  onClose: () => void;
}

export function NewPipelineDialog({ template, onClose }: NewPipelineDialogProps) {
  const { t } = useTranslation('pipeline');
  const { createPipeline } = useSetup();
  const [name, setName] = useState('');
  const lacks = useLacks({ name: name.trim() === '' });
  const plain = (kind: StageFields['kind'], text: string, probability: number): StageFields => ({
    name: text,
    kind,
    probability,
    rottingDays: null,
    purpose: null,
    help: null,
  });
  const stages = template?.stages.map(({ name: stage, kind, probability, rottingDays, purpose, help }) => ({
    name: stage,
    kind,
    probability,
    rottingDays,
    purpose,
    help,
  })) ?? [
    plain('open', t('settings.firstStages.new'), 0.1),
    plain('open', t('settings.firstStages.proposal'), 0.5),
    plain('won', t('settings.kind.won'), 1),
    plain('lost', t('settings.kind.lost'), 0),
  ];
  return (
    <FormDialog
      title={t('settings.newPipeline')}
      act={t('settings.createPipeline')}
      lacks={lacks}
      onClose={onClose}
      onSave={() => createPipeline(name.trim(), stages)}
    >
      <TextInput
        data-autofocus
        label={t('settings.pipelineName')}
        placeholder={t('settings.pipelineExample')}
        value={name}
        error={lacks.at('name')}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {template ? t('settings.startsWith', { name: template.name }) : t('settings.startsPlain')}
      </Text>
    </FormDialog>
  );
}
