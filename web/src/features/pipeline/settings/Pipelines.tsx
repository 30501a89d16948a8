import { Button, Group } from '@mantine/core';
import { IconArchive, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  confirm,
  EmptyState,
  ErrorState,
  InlineText,
  ListSkeleton,
  notifyError,
  notifyUndo,
  Panel,
} from '@/ui';
import { pipelinesQuery } from '../api';
import type { Pipeline, Stage } from '../types';
import { NewPipelineDialog } from './NewPipelineDialog';
import classes from './Settings.module.css';
import { StageDialog } from './StageDialog';
import { StageList } from './StageList';
import { useSetup } from './setup';

function PipelinePanel({ pipeline, onlyOne }: { pipeline: Pipeline; onlyOne: boolean }) {
  const { t } = useTranslation('pipeline');
  const setup = useSetup();
  const [edited, setEdited] = useState<Stage | 'new' | null>(null);
  const archive = async () => {
    const sure = await confirm({
      title: t('settings.archivePipeline.title', { name: pipeline.name }),
      detail: t('settings.archivePipeline.detail'),
      act: t('settings.archivePipeline.act'),
    });
    if (!sure) return;
    try {
      await setup.archivePipeline(pipeline.id, true);
      notifyUndo(t('settings.archived', { name: pipeline.name }), async () => {
        await setup.archivePipeline(pipeline.id, false);
      });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Panel
      title={pipeline.name}
      lead={t('settings.stagesLead')}
      actions={
        <>
          <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setEdited('new')}>
            {t('settings.addStage')}
          </Button>
          {!onlyOne && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconArchive size={15} aria-hidden />}
              onClick={() => void archive()}
            >
              {t('settings.archivePipeline.act')}
            </Button>
          )}
        </>
      }
    >
      <div className={classes.name}>
        <span>{t('settings.pipelineName')}</span>
        <InlineText
          label={t('settings.pipelineName')}
          value={pipeline.name}
          validate={(text) => (text.trim() === '' ? t('settings.nameNeeded') : null)}
          onSave={(name, overwrite) => setup.renamePipeline(pipeline, name.trim(), overwrite)}
        />
      </div>
      <StageList pipeline={pipeline} onEdit={setEdited} />
      {edited && (
        <StageDialog
          pipeline={pipeline}
          stage={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

export function Pipelines() {
  const { t } = useTranslation('pipeline');
  const setup = useSetup();
  const [creating, setCreating] = useState(false);
  const { data, error, refetch } = useQuery(pipelinesQuery);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={6} />;
  const used = data.filter((each) => !each.archivedAt);
  const archived = data.filter((each) => each.archivedAt);
  return (
    <>
      {used.length === 0 && (
        <EmptyState title={t('board.noPipeline.title')}>{t('board.noPipeline.detail')}</EmptyState>
      )}
      {used.map((pipeline) => (
        <PipelinePanel key={pipeline.id} pipeline={pipeline} onlyOne={used.length === 1} />
      ))}
      <Group px={20} mb={20}>
        <Button
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setCreating(true)}
        >
          {t('settings.newPipeline')}
        </Button>
      </Group>
      {archived.length > 0 && (
        <Panel title={t('settings.archivedPipelines')}>
          {archived.map((pipeline) => (
            <Group key={pipeline.id} justify="space-between">
              {pipeline.name}
              <Button
                size="xs"
                variant="subtle"
                onClick={() => void setup.archivePipeline(pipeline.id, false).catch(notifyError)}
              >
                {t('settings.bringBack')}
              </Button>
            </Group>
          ))}
        </Panel>
      )}
      {creating && <NewPipelineDialog template={used[0]} onClose={() => setCreating(false)} />}
    </>
  );
}
