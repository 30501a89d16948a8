import { IconSparkles } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, ListSkeleton } from '@/ui';
import { proposalsQuery } from '../api';
import type { Import } from '../types';
import type { Draft } from '../useDraft';
import { CustomFieldsPanel } from './CustomFieldsPanel';
import { PeoplePanel } from './PeoplePanel';
import { PipelinePanel } from './PipelinePanel';
import { VariantsPanel } from './VariantsPanel';

/** What the files together suggest; each proposal is accepted or not, none is carried out by itself. */
export function CleanUpStep({ data, draft }: { data: Import; draft: Draft }) {
  const { t } = useTranslation('exchange');
  const { data: proposals, error, refetch } = useQuery(proposalsQuery(data.id));
  if (error && !proposals) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!proposals) return <ListSkeleton rows={8} />;
  const parts = { data, draft, proposals };
  const deals = data.files.some((file) => file.entity === 'deal' || file.entity === 'stage_history');
  const nothing =
    !deals && proposals.unifications.length + proposals.owners.length + proposals.customFields.length === 0;
  if (nothing) {
    return (
      <EmptyState icon={IconSparkles} title={t('cleanup.nothing')}>
        {t('cleanup.nothingDetail')}
      </EmptyState>
    );
  }
  return (
    <>
      <VariantsPanel {...parts} />
      {deals && <PipelinePanel {...parts} />}
      <PeoplePanel {...parts} />
      <CustomFieldsPanel proposals={proposals} />
    </>
  );
}
