import { Button, Text } from '@mantine/core';
import { IconBuildingFactory2 } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyError, ProgressBar } from '@/ui';
import { addDemo, refreshAll } from './api';
import classes from './Home.module.css';

/** Looking around first: a company with two years of history, which goes again in one act. */
export function AddDemo() {
  const { t } = useTranslation('home');
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: addDemo,
    onError: notifyError,
    onSuccess: async () => {
      await refreshAll(client);
      notifyDone(t('demo.added'));
    },
  });
  return (
    <section className={classes.demo} aria-label={t('demo.title')}>
      <IconBuildingFactory2 size={22} stroke={1.6} aria-hidden />
      <div className={classes.stepBody}>
        <Text fw={600}>{t('demo.title')}</Text>
        <Text size="sm" c="dimmed" mb="sm">
          {t('demo.lead')}
        </Text>
        {add.isPending ? (
          <ProgressBar label={t('demo.adding')} value={null} />
        ) : (
          <Button size="xs" variant="light" onClick={() => add.mutate()}>
            {t('demo.act')}
          </Button>
        )}
      </div>
    </section>
  );
}
