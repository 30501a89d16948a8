import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useMe } from '@/app/session';
import { busyPipelineQuery, pipelinesQuery } from '../api';
import type { Pipeline } from '../types';
import { lastPipeline, rememberPipeline } from './lastPipeline';

interface Shown {
  pipelines: readonly Pipeline[];
  /** Null where there is none, undefined while it is being found. */
  pipeline: Pipeline | null | undefined;
  error: Error | null;
  retry: () => void;
}

/**
 * The pipeline of the address; without one the person's last, or else that of the deal which changed last: a pipeline made
 * beforehand is empty until somebody chooses it, and an empty one is not worth remembering.
 */
export function useShownPipeline(addressed: string | undefined): Shown {
  const { user } = useMe();
  const { data, error, refetch } = useQuery(pipelinesQuery);
  const pipelines = useMemo(() => (data ?? []).filter((each) => !each.archivedAt), [data]);
  const find = (id: string | null | undefined) => pipelines.find((each) => each.id === id);
  const known =
    find(addressed ?? lastPipeline(user.id)) ?? (pipelines.length === 1 ? pipelines[0] : undefined);
  const search = data !== undefined && pipelines.length > 1 && !known;
  const busy = useQuery({ ...busyPipelineQuery, enabled: search });
  const worked = find(busy.data);
  const chosen = find(addressed) ?? worked;
  useEffect(() => {
    if (chosen) rememberPipeline(user.id, chosen.id);
  }, [chosen, user.id]);

  const pending = !data || (search && busy.isPending);
  return {
    pipelines,
    pipeline: pending ? undefined : (known ?? worked ?? pipelines[0] ?? null),
    error: data ? null : error,
    retry: () => void refetch(),
  };
}
