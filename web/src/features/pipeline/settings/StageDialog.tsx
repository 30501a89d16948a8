import { Group, NumberInput, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/ui/FormDialog';
import { useLacks } from '@/ui/lacks';
import type { Pipeline, Stage } from '../types';
import { type StageFields, useSetup } from './setup';

interface StageDialogProps {
  pipeline: Pipeline;
  /** Null makes a new one. */
  stage: Stage | null;
  onClose: () => void;
}

export function StageDialog({ pipeline, stage, onClose }: StageDialogProps) {
  const { t } = useTranslation('pipeline');
  const { addStage, changeStage } = useSetup();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [fields, setFields] = useState<StageFields>({
    name: stage?.name ?? '',
    kind: stage?.kind ?? 'open',
    probability: stage?.probability ?? 0.5,
    rottingDays: stage?.rottingDays ?? null,
    purpose: stage?.purpose ?? null,
    help: stage?.help ?? null,
  });
  const set = (part: Partial<StageFields>) => setFields((now) => ({ ...now, ...part }));
  const open = fields.kind === 'open';
  const lacks = useLacks({ name: fields.name.trim() === '' });
  const save = () => {
    const { kind, probability, rottingDays, ...rest } = fields;
    const body = {
      ...rest,
      name: fields.name.trim(),
      ...(kind !== stage?.kind && { kind }),
      ...(open && { probability, rottingDays }),
    };
    return stage ? changeStage(stage, body) : addStage(pipeline.id, { ...fields, ...body, kind });
  };
  return (
    <FormDialog
      title={stage ? t('settings.editStage', { stage: stage.name }) : t('settings.addStage')}
      act={stage ? t('save') : t('settings.addStage')}
      lacks={lacks}
      onErrors={setErrors}
      onClose={onClose}
      onSave={save}
    >
      <TextInput
        data-autofocus
        label={t('settings.stageName')}
        value={fields.name}
        error={lacks.at('name') ?? errors.name}
        maxLength={200}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <div>
        <Text size="sm" fw={500} mb={4}>
          {t('settings.kindLabel')}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('settings.kindLabel')}
          data={(['open', 'won', 'lost'] as const).map((kind) => ({
            value: kind,
            label: t(`settings.kind.${kind}`),
          }))}
          value={fields.kind}
          onChange={(kind) => set({ kind })}
        />
      </div>
      {open && (
        <Group grow align="flex-start">
          <NumberInput
            label={t('settings.probability')}
            suffix=" %"
            min={0}
            max={100}
            clampBehavior="strict"
            error={errors.probability}
            value={Math.round(fields.probability * 1000) / 10}
            onChange={(percent) => set({ probability: Math.round(Number(percent) * 10) / 1000 })}
          />
          <NumberInput
            label={t('settings.rotting')}
            description={t('settings.rottingHelp')}
            min={1}
            max={3650}
            allowDecimal={false}
            error={errors.rottingDays}
            value={fields.rottingDays ?? ''}
            onChange={(days) => set({ rottingDays: days === '' ? null : Number(days) })}
          />
        </Group>
      )}
      <TextInput
        label={t('settings.purpose')}
        placeholder={t('settings.purposeExample')}
        value={fields.purpose ?? ''}
        onChange={(event) => set({ purpose: event.currentTarget.value || null })}
      />
      <Textarea
        label={t('settings.help')}
        placeholder={t('settings.helpExample')}
        autosize
        minRows={3}
        maxRows={10}
        value={fields.help ?? ''}
        onChange={(event) => set({ help: event.currentTarget.value || null })}
      />
    </FormDialog>
  );
}
