import { ActionIcon, Button } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconBuildingFactory2, IconTrash, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/session';
import { useCommands } from '@/commands';
import { confirm, notifyDone, notifyError, ProgressBar, useFormat } from '@/ui';
import { refreshAll, removeDemo } from './api';
import classes from './Home.module.css';

/** Says that the figures are not real, and takes the demo company out. Once dismissed, the palette still can. */
export function DemoBanner() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const client = useQueryClient();
  const { workspace } = useMe();
  const [dismissed, setDismissed] = useLocalStorage({
    key: `nurt.demo-banner.${workspace.id}`,
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const remove = useMutation({
    mutationFn: removeDemo,
    onError: notifyError,
    onSuccess: async ({ deals }) => {
      await refreshAll(client);
      setDismissed(false);
      notifyDone(t('demo.removed', { count: deals, n: format.number(deals) }));
    },
  });
  const ask = async () => {
    const yes = await confirm({
      title: t('demo.removeTitle'),
      detail: t('demo.removeDetail'),
      act: t('demo.remove'),
      danger: true,
    });
    if (yes) remove.mutate();
  };
  useCommands([
    {
      id: 'home.remove-demo',
      label: 'home:demo.remove',
      icon: IconTrash,
      group: 'view',
      danger: true,
      run: ask,
    },
  ]);
  if (remove.isPending) {
    return (
      <div className={classes.banner}>
        <div className={classes.stepBody}>
          <ProgressBar label={t('demo.removing')} value={null} />
        </div>
      </div>
    );
  }
  if (dismissed) return null;
  return (
    <section className={classes.banner} aria-label={t('demo.present')}>
      <IconBuildingFactory2 size={18} aria-hidden />
      <span className={classes.stepBody}>
        <strong>{t('demo.present')}</strong> {t('demo.presentDetail')}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => void ask()}>
        {t('demo.remove')}
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('demo.dismiss')}
        onClick={() => setDismissed(true)}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </section>
  );
}
