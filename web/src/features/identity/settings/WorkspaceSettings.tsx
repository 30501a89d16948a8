import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { ErrorState, NoPermission, PageHeader } from '@/ui';
import { DatabasePanel } from './workspace/DatabasePanel';
import { WorkspacePanel } from './workspace/WorkspacePanel';
import { workspaceQuery } from './workspace/workspace';

function Panels() {
  const { data, error, refetch } = useQuery(workspaceQuery);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {data ? <WorkspacePanel key={data.version} workspace={data} /> : <Skeleton height={220} m={20} />}
      <DatabasePanel />
    </>
  );
}

export default function WorkspaceSettings() {
  const { t } = useTranslation('identity');
  const { can } = useSession();
  return (
    <>
      <PageHeader title={t('workspace.title')} />
      {can('manage-workspace') ? <Panels /> : <NoPermission />}
    </>
  );
}
