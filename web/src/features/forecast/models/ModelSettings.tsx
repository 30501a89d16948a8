import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, ListSkeleton, PageHeader } from '@/ui';
import { useForecastLive } from '../live';
import { PipelineModel } from './PipelineModel';
import { pipelinesQuery } from './pipelines';
import { runsQuery, useAfterRuns } from './runs';

function Pipelines() {
  const { t } = useTranslation('forecast');
  const { data: pipelines, error, refetch } = useQuery(pipelinesQuery);
  const { data: runs = [] } = useQuery(runsQuery);
  useAfterRuns(runs, ['forecast-models', 'chance']);
  if (error && !pipelines) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!pipelines) return <ListSkeleton rows={4} />;
  const shown = pipelines.filter((pipeline) => pipeline.archivedAt === null);
  if (shown.length === 0) return <EmptyState title={t('models.noPipelines')} />;
  return shown.map((pipeline) => <PipelineModel key={pipeline.id} pipeline={pipeline} runs={runs} />);
}

/** What each pipeline's forecast rests on. */
export default function ModelSettings() {
  useForecastLive();
  const { t } = useTranslation('forecast');
  return (
    <>
      <PageHeader title={t('models.title')} />
      <Pipelines />
    </>
  );
}
