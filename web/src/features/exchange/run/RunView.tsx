import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirm, notifyError, Panel, ProgressBar, useFormat } from '@/ui';
import { cancelImport, keys } from '../api';
import type { Import } from '../types';
import { useCounted } from '../useCounted';

/** The server is at work: how far it is. The page may be left. */
export function RunView({ data }: { data: Import }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const counted = useCounted();
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: () => cancelImport(data.id),
    onError: notifyError,
    onSettled: () => client.invalidateQueries({ queryKey: keys.import(data.id) }),
  });
  const undoing = data.status === 'undoing';
  const known = data.totalRows > 0 && !undoing;
  const ask = async () => {
    const yes = await confirm({
      title: t('run.cancelTitle'),
      detail: t('run.cancelDetail'),
      act: t('run.cancel'),
      danger: true,
    });
    if (yes) stop.mutate();
  };
  return (
    <Panel
      title={t(`run.${data.status}`)}
      lead={t('run.leave')}
      actions={
        !undoing && (
          <Button variant="default" loading={stop.isPending} onClick={() => void ask()}>
            {t('run.cancel')}
          </Button>
        )
      }
    >
      <ProgressBar
        label={t(undoing ? 'run.undoingLabel' : 'run.label')}
        value={known ? data.doneRows / data.totalRows : null}
        {...(known && {
          detail: counted('exchange:run.progress', data.totalRows, { done: format.number(data.doneRows) }),
        })}
      />
    </Panel>
  );
}
