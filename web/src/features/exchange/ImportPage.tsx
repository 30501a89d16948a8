import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { ErrorState, InlineText, NoPermission, PageHeader, RecordSkeleton } from '@/ui';
import { importQuery, refreshRecords } from './api';
import { CheckStep } from './check/CheckStep';
import { CleanUpStep } from './cleanup/CleanUpStep';
import { ColumnsStep } from './columns/ColumnsStep';
import { FilesStep } from './files/FilesStep';
import { StatusBadge } from './History';
import classes from './Import.module.css';
import { isBusy, stepOf } from './model/steps';
import { ResultView } from './run/ResultView';
import { RunView } from './run/RunView';
import { StepFoot, Steps } from './Steps';
import type { Import } from './types';
import { type Draft, useDraft } from './useDraft';
import { useImportLive } from './useImportLive';

/** What other screens show is out of date once an import or its undoing has ended. */
function useRefreshAtEnd(status: Import['status'] | undefined) {
  const client = useQueryClient();
  const busy = useRef(false);
  useEffect(() => {
    const now = status !== undefined && isBusy(status);
    if (busy.current && !now) refreshRecords(client);
    busy.current = now;
  }, [status, client]);
}

function DraftSteps({ data, draft }: { data: Import; draft: Draft }) {
  const { step: wanted } = useSearch({ strict: false }) as { step?: string };
  const step = stepOf(wanted, data);
  const Body = { files: FilesStep, columns: ColumnsStep, cleanup: CleanUpStep, check: CheckStep }[step];
  return (
    <>
      <Steps data={data} current={step} />
      <Body data={data} draft={draft} />
      <StepFoot data={data} current={step} saving={draft.saving} />
    </>
  );
}

/** One import, from its files to its result. */
export function ImportPage() {
  const { t } = useTranslation('exchange');
  const { importId } = useParams({ strict: false }) as { importId: string };
  const { can } = useSession();
  const { data, error, refetch } = useQuery(importQuery(importId));
  const draft = useDraft(importId);
  useImportLive(importId);
  useRefreshAtEnd(data?.status);
  if (!can('import')) return <NoPermission />;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <RecordSkeleton />;
  return (
    <div className={classes.page}>
      <PageHeader title={t('titleOne', { name: data.name })} after={<StatusBadge status={data.status} />}>
        <InlineText
          label={t('name')}
          value={data.name}
          validate={(value) => (value.trim() ? null : t('nameNeeded'))}
          onSave={async (value) => draft.rename(value.trim())}
        />
      </PageHeader>
      {data.status === 'draft' && <DraftSteps data={data} draft={draft} />}
      {isBusy(data.status) && <RunView data={data} />}
      {data.status !== 'draft' && !isBusy(data.status) && <ResultView data={data} />}
    </div>
  );
}
