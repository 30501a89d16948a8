import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { notifyError, ProgressBar, useFormat } from '@/ui';
import classes from './Models.module.css';
import { isActive, type Run } from './runs';

interface RunStateProps {
  run: Run | undefined;
  mayCancel: boolean;
}

/** A run under way with its progress, or why the last one came to nothing. */
export function RunState({ run, mayCancel }: RunStateProps) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const client = useQueryClient();
  const [stopping, setStopping] = useState(false);
  if (!run) return null;
  if (isActive(run)) {
    const cancel = async () => {
      setStopping(true);
      try {
        await api.post(`/forecast/runs/${run.id}/cancel`);
      } catch (error) {
        notifyError(error);
      } finally {
        await client.invalidateQueries({ queryKey: ['forecast-runs'] });
        setStopping(false);
      }
    };
    return (
      <div className={classes.run} role="status">
        <div className={classes.progress}>
          <ProgressBar
            label={t(run.status === 'queued' ? 'run.queued' : `run.${run.kind}`)}
            value={run.status === 'queued' ? null : run.done / 100}
          />
        </div>
        {mayCancel && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconX size={14} aria-hidden />}
            loading={stopping}
            onClick={() => void cancel()}
          >
            {t('run.cancel')}
          </Button>
        )}
      </div>
    );
  }
  const when = format.dateTime(run.endedAt ?? run.askedAt);
  if (run.status === 'failed') {
    return (
      <Alert color="red" icon={<IconAlertTriangle size={17} />} title={t('run.failed', { when })} mb="sm">
        {t('run.failedDetail', { code: run.error ?? '–' })}
      </Alert>
    );
  }
  if (run.status === 'cancelled') return <p className={classes.note}>{t('run.cancelled', { when })}</p>;
  return null;
}
