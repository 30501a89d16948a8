import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { dealQuery, pipelinesQuery } from '../api';
import { findCard } from '../model/cache';
import type { Card, Deal, Pipeline } from '../types';

/** What is known of the deals asked about, at once where they are on the screen, else from the server. */
export function useDeals(ids: readonly string[]): (Card | Deal)[] {
  const client = useQueryClient();
  const read = useQueries({
    queries: ids.map((id) => ({ ...dealQuery(id), enabled: findCard(client, id) === undefined })),
  });
  return ids
    .map((id, index) => findCard(client, id) ?? read[index]?.data)
    .filter((deal): deal is Card => deal !== undefined);
}

/** The pipeline in which the first of the deals stands. */
export function usePipelineOf(deals: readonly Card[]): Pipeline | undefined {
  const { data } = useQuery(pipelinesQuery);
  const stageId = deals[0]?.stageId;
  return data?.find((pipeline) => pipeline.stages.some((stage) => stage.id === stageId));
}
