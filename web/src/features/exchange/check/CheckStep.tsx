import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, notifyError, Panel, ProgressBar } from '@/ui';
import { keys, previewQuery, runImport } from '../api';
import classes from '../Import.module.css';
import { doesSomething, unaccounted } from '../model/effect';
import { lacking } from '../model/fields';
import { Notice } from '../Notice';
import type { Import, Preview } from '../types';
import { useCounted } from '../useCounted';
import type { Draft } from '../useDraft';
import { EffectBar } from './EffectBar';
import { FileEffect } from './FileEffect';
import { PipelineEffect } from './PipelineEffect';

function useRun(data: Import) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => runImport(data.id),
    onError: notifyError,
    onSuccess: (after) => {
      client.setQueryData<Import>(
        keys.import(data.id),
        (now) => after ?? (now && { ...now, status: 'queued' }),
      );
      void client.invalidateQueries({ queryKey: keys.imports });
    },
  });
}

function Effects({ data, preview }: { data: Import; preview: Preview }) {
  const { t } = useTranslation('exchange');
  const counted = useCounted();
  const run = useRun(data);
  const { totals } = preview;
  const lost = unaccounted(totals);
  return (
    <>
      <Panel
        title={counted('exchange:check.title', totals.rows)}
        lead={t('check.lead')}
        actions={
          <Button
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            loading={run.isPending}
            disabled={!doesSomething(totals)}
            onClick={() => run.mutate()}
          >
            {t('check.run')}
          </Button>
        }
      >
        <EffectBar counts={totals} />
        {lost !== 0 && <Notice tone="lost">{counted('exchange:check.unaccounted', Math.abs(lost))}</Notice>}
        {!doesSomething(totals) && <Notice tone="risk">{t('check.nothing')}</Notice>}
      </Panel>
      <PipelineEffect pipelines={preview.pipelines} />
      {preview.files.map((file) => (
        <FileEffect
          key={file.fileId}
          effect={file}
          columns={data.files.find((each) => each.id === file.fileId)?.columns ?? []}
          samples={preview.samples.filter((each) => each.fileId === file.fileId)}
        />
      ))}
    </>
  );
}

/** What running would do, row by row counted, before anything is written. */
export function CheckStep({ data, draft }: { data: Import; draft: Draft }) {
  const { t } = useTranslation('exchange');
  const incomplete = data.files.filter((file) => lacking(file).length > 0);
  const ready = incomplete.length === 0 && !draft.saving;
  const { data: preview, error, refetch } = useQuery({ ...previewQuery(data.id), enabled: ready });
  const [first] = incomplete;
  if (first) {
    return (
      <div className={classes.body}>
        <Notice tone="lost">
          {t('check.incomplete', { name: first.name })}{' '}
          <Link
            to="/import/$importId"
            params={{ importId: data.id }}
            search={{ step: 'columns', file: first.id } as never}
            className={classes.link}
          >
            {t('check.toColumns')}
          </Link>
        </Notice>
      </div>
    );
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!preview) {
    return (
      <Panel title={t('check.reading')}>
        <ProgressBar label={t('check.readingDetail')} value={null} />
      </Panel>
    );
  }
  return <Effects data={data} preview={preview} />;
}
