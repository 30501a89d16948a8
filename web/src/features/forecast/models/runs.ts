import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '@/api';

export type RunKind = 'training' | 'simulation' | 'backtest';

/** Work in the background. */
export interface Run {
  id: string;
  kind: RunKind;
  pipelineId: string | null;
  status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  /** Of a hundred. */
  done: number;
  error: string | null;
  askedAt: string;
  startedAt: string | null;
  endedAt: string | null;
  result: Record<string, unknown>;
}

export const isActive = (run: Run) => run.status === 'queued' || run.status === 'running';

const EVERY_MS = 1000;

/** The latest runs, newest first; watched closely while one is under way. */
export const runsQuery = queryOptions({
  queryKey: ['forecast-runs'] as const,
  queryFn: ({ signal }) => api.get<Run[]>('/forecast/runs', { signal }),
  refetchInterval: ({ state }) => (state.data?.some(isActive) ? EVERY_MS : false),
});

/** Something that was under way has ended: what it has written is read anew. */
export function useAfterRuns(runs: readonly Run[] | undefined, keys: readonly string[]): void {
  const client = useQueryClient();
  const before = useRef(0);
  const active = runs?.filter(isActive).length ?? 0;
  const wanted = keys.join(' ');
  useEffect(() => {
    if (active < before.current) {
      for (const key of wanted.split(' ')) void client.invalidateQueries({ queryKey: [key] });
    }
    before.current = active;
  }, [active, wanted, client]);
}
