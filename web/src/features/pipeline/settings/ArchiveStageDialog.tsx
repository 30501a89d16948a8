import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/ui/FormDialog';
import type { Pipeline, Stage } from '../types';
import { useSetup } from './setup';

interface ArchiveStageDialogProps {
  pipeline: Pipeline;
  stage: Stage;
  onClose: () => void;
}

/** A stage that goes out of use leaves its deals to another one. */
export function ArchiveStageDialog({ pipeline, stage, onClose }: ArchiveStageDialogProps) {
  const { t } = useTranslation('pipeline');
  const { archiveStage } = useSetup();
  const others = pipeline.stages.filter((each) => each.id !== stage.id && each.kind === stage.kind);
  const [target, setTarget] = useState<string | null>(others[0]?.id ?? null);
  return (
    <FormDialog
      title={t('settings.archiveStage.title', { stage: stage.name })}
      act={t('settings.archiveStage.act')}
      onClose={onClose}
      onSave={() => archiveStage(stage.id, target)}
    >
      <Text size="sm">{t('settings.archiveStage.detail')}</Text>
      {others.length > 0 && (
        <Select
          label={t('settings.archiveStage.moveTo')}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={target}
          allowDeselect={false}
          onChange={setTarget}
        />
      )}
    </FormDialog>
  );
}
