import { Button } from '@mantine/core';
import { IconChartAreaLine } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { EmptyState } from '@/ui';
import { RunState } from '../models/RunState';
import type { Run } from '../models/runs';

/** The drawing of futures under way, or how the last one failed. */
export function SimulationState({ run }: { run: Run | undefined }) {
  const { can } = useSession();
  return <RunState run={run} mayCancel={can('manage-pipelines')} />;
}

interface NotYetProps {
  onMake: () => Promise<void>;
  /** It is asked for, waits or is drawn. */
  making: boolean;
}

/** Nothing was drawn yet: what will be here, what it needs, and having it made. */
export function NotYet({ onMake, making }: NotYetProps) {
  const { t } = useTranslation('forecast');
  const { can } = useSession();
  return (
    <EmptyState
      icon={IconChartAreaLine}
      title={t('notYet.title')}
      actions={
        can('manage-pipelines') && (
          <Button loading={making} onClick={() => void onMake()}>
            {t('notYet.make')}
          </Button>
        )
      }
    >
      {t('notYet.detail')} {t(can('manage-pipelines') ? 'notYet.now' : 'notYet.wait')}
    </EmptyState>
  );
}
