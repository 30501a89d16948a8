import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '@/api';
import { type Filters, filtersKey } from './model/filters';
import type {
  Board,
  Card,
  CustomField,
  Deal,
  DealGroups,
  DealPage,
  ExchangeRate,
  LostReason,
  Paged,
  Person,
  Pipeline,
  Product,
  Ref,
  StageStay,
  TimelineItem,
} from './types';

export const PAGE = 100;
export const FIRST_CARDS = 20;
const RARELY = 60_000;

export const keys = {
  pipelines: ['pipelines'] as const,
  board: (pipelineId: string, filters: Filters) => ['deal-board', pipelineId, filters] as const,
  column: (pipelineId: string, filters: Filters, stageId: string) =>
    ['deal-column', pipelineId, filters, stageId] as const,
  deals: (filters: Filters, sort: string) => ['deals', filtersKey(filters), sort] as const,
  deal: (id: string) => ['deal', id] as const,
  path: (id: string) => ['deal-path', id] as const,
  timeline: (id: string) => ['deal-timeline', id] as const,
};

export const pipelinesQuery = queryOptions({
  queryKey: keys.pipelines,
  staleTime: RARELY,
  queryFn: ({ signal }) => api.get<Pipeline[]>('/pipelines', { signal }),
});

/** Where the work is: the pipeline of the open deal that changed last, null without any. */
export const busyPipelineQuery = queryOptions({
  queryKey: ['busy-pipeline'],
  queryFn: async ({ signal }) => {
    const query = { status: 'open', sort: '-updatedAt', limit: 1 };
    const { items } = await api.get<Paged<Deal>>('/deals', { signal, query });
    return items[0]?.pipelineId ?? null;
  },
});

export function fetchBoard(pipelineId: string, filters: Filters, cards: number, signal?: AbortSignal) {
  return api.get<Board>(`/pipelines/${pipelineId}/board`, {
    query: { ...filters, cards },
    ...(signal && { signal }),
  });
}

export function fetchColumn(
  pipelineId: string,
  stageId: string,
  filters: Filters,
  page: { cards: number; cursor?: string | null },
  signal?: AbortSignal,
) {
  return api.get<Paged<Card>>(`/pipelines/${pipelineId}/board/${stageId}`, {
    query: { ...filters, ...page },
    ...(signal && { signal }),
  });
}

export function dealsQuery(filters: Filters, sort: string) {
  return infiniteQueryOptions({
    queryKey: keys.deals(filters, sort),
    initialPageParam: null as string | null,
    getNextPageParam: (last: DealPage) => last.next,
    placeholderData: keepPreviousData,
    queryFn: ({ signal, pageParam }) =>
      api.get<DealPage>('/deals', {
        signal,
        query: {
          ...filters,
          sort,
          limit: PAGE,
          cursor: pageParam,
          ...(pageParam === null && { count: true }),
        },
      }),
  });
}

export const groupsQuery = (by: string, filters: Filters) =>
  queryOptions({
    queryKey: ['deal-groups', by, filtersKey(filters)] as const,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get<DealGroups>('/deals/groups', { signal, query: { ...filters, by } }),
  });

export const dealQuery = (id: string) =>
  queryOptions({
    queryKey: keys.deal(id),
    queryFn: ({ signal }) => api.get<Deal>(`/deals/${id}`, { signal }),
  });

export const pathQuery = (id: string) =>
  queryOptions({
    queryKey: keys.path(id),
    queryFn: ({ signal }) => api.get<StageStay[]>(`/deals/${id}/path`, { signal }),
  });

export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.timeline(id),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Paged<TimelineItem>) => last.next,
    queryFn: ({ signal, pageParam }) =>
      api.get<Paged<TimelineItem>>(`/deals/${id}/timeline`, {
        signal,
        query: { cursor: pageParam, limit: 50 },
      }),
  });

export const lostReasonsQuery = queryOptions({
  queryKey: ['lost-reasons'],
  staleTime: RARELY,
  queryFn: ({ signal }) => api.get<LostReason[]>('/lost-reasons', { signal }),
});

export const ratesQuery = queryOptions({
  queryKey: ['exchange-rates'],
  queryFn: ({ signal }) => api.get<ExchangeRate[]>('/exchange-rates', { signal }),
});

export const productsQuery = (q = '') =>
  queryOptions({
    queryKey: ['products', q],
    staleTime: RARELY,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      listOf(await api.get<Product[] | Paged<Product>>('/products', { signal, query: { q } })),
  });

export const peopleQuery = queryOptions({
  queryKey: ['users'],
  staleTime: RARELY,
  queryFn: ({ signal }) => api.get<Person[]>('/users', { signal }),
});

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  staleTime: RARELY,
  queryFn: ({ signal }) => api.get<Ref[]>('/teams', { signal }),
});

export const tagsQuery = queryOptions({
  queryKey: ['tags', 'deal'],
  staleTime: RARELY,
  queryFn: ({ signal }) =>
    api.get<{ name: string; count: number }[]>('/tags', { signal, query: { kind: 'deal' } }),
});

export const sourcesQuery = queryOptions({
  queryKey: ['dealSources'],
  staleTime: RARELY,
  queryFn: ({ signal }) => api.get<{ name: string; count: number }[]>('/deals/sources', { signal }),
});

export const customFieldsQuery = queryOptions({
  queryKey: ['custom-fields', 'deal'],
  staleTime: RARELY,
  queryFn: async ({ signal }) =>
    listOf(
      await api.get<CustomField[] | Paged<CustomField>>('/custom-fields', {
        signal,
        query: { kind: 'deal' },
      }),
    ),
});

/** Short lists come bare, longer ones as a page. */
export function listOf<T>(answer: T[] | Paged<T>): T[] {
  return Array.isArray(answer) ? answer : answer.items;
}
