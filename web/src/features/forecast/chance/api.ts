import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, type Narrow, type Schema } from '@/api';
import { onLive } from '@/api/live';
import { readAgain } from '@/app/readAgain';
import { batched } from './batch';

/** What one kind of fact adds to the chance, from -1 to 1. */
export type Reason = Schema<'DealChance.Reason'>;

export type Chance = Schema<'DealChance'>;

export type Tier = 'prior' | 'stage_age' | 'logit' | 'boosted';

export type ModelVersion = Narrow<Schema<'ModelVersion'>, { tier: Tier }>;

const ask = batched(
  (deal) => api.get<Chance[]>('/forecast/chances', { query: { deal } }),
  (chance) => chance.dealId,
);

/** Asked together with those of all deals that come into sight at the same time. */
export const chanceQuery = (dealId: string) =>
  queryOptions({
    queryKey: ['chance', dealId] as const,
    // Kept right by the live stream.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => ask(dealId),
  });

export const modelsQuery = (pipelineId: string) =>
  queryOptions({
    queryKey: ['forecast-models', pipelineId] as const,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      api.get<ModelVersion[]>('/forecast/models', { signal, query: { pipeline: pipelineId } }),
  });

/** The server tells a changed deal's chance anew right after the change, but not within it. */
const RESCORED_MS = 1200;

function follow(client: QueryClient): () => void {
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    for (const id of changed) void client.invalidateQueries({ queryKey: ['chance', id] });
    changed.clear();
  };
  const offDeal = onLive('deal', ({ id }) => {
    if (!id || client.getQueryData(['chance', id]) === undefined) return;
    changed.add(id);
    clearTimeout(timer);
    timer = setTimeout(flush, RESCORED_MS);
  });
  const offAgain = onLive('again', ({ openedAt }) => readAgain(client, ['chance'], openedAt));
  return () => {
    clearTimeout(timer);
    offDeal();
    offAgain();
  };
}

let watchers = 0;
let stop: (() => void) | undefined;

/** One watch of the stream for all chances on the screen. */
function watch(client: QueryClient): () => void {
  watchers += 1;
  if (watchers === 1) stop = follow(client);
  return () => {
    watchers -= 1;
    if (watchers === 0) stop?.();
  };
}

/** What is told of a deal; null when nothing is. Read anew after the deal changed. */
export function useChance(dealId: string) {
  const client = useQueryClient();
  useEffect(() => watch(client), [client]);
  return useQuery(chanceQuery(dealId));
}
