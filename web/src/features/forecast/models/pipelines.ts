import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api';

export interface StageName {
  id: string;
  name: string;
  kind: 'open' | 'won' | 'lost';
}

export interface PipelineName {
  id: string;
  name: string;
  archivedAt: string | null;
  stages: StageName[];
}

/** Under the same key as elsewhere, so that what is known is not asked again. */
export const pipelinesQuery = queryOptions({
  queryKey: ['pipelines'] as const,
  staleTime: 60_000,
  queryFn: ({ signal }) => api.get<PipelineName[]>('/pipelines', { signal }),
});
