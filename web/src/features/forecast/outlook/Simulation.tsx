import { IconChartAreaLine } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '@/api';
import { useSession } from '@/app/session';
import { CommandButton } from '@/commands';
import { EmptyState } from '@/ui';
import { RunState } from '../models/RunState';
import type { Run } from '../models/runs';

/** The drawing of futures under way, or how the last one failed. */
export function SimulationState({ run }: { run: Run | undefined }) {
  const { can } = useSession();
  return <RunState run={run} mayCancel={can('manage-pipelines')} />;
}

/** Nothing was drawn yet: what will be here, and having it made. */
export function NotYet({ error }: { error: ApiError }) {
  const { t } = useTranslation('forecast');
  return (
    <EmptyState
      icon={IconChartAreaLine}
      title={error.title || t('notYet.title')}
      actions={<CommandButton id="forecast.simulate" />}
    >
      {error.detail || t('notYet.detail')}
    </EmptyState>
  );
}
