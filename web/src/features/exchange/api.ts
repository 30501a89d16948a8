import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from '@/api';
import { isBusy } from './model/steps';
import type { Import, ImportSummary, Paged, Preview, Proposals, Ref, Refusal } from './types';

/** While the live stream is silent, progress is asked for. */
const POLL_MS = 2000;

export const keys = {
  imports: ['imports'] as const,
  import: (id: string) => ['import', id] as const,
  proposals: (id: string) => ['import-proposals', id] as const,
  preview: (id: string) => ['import-preview', id] as const,
  refusals: (id: string) => ['import-refusals', id] as const,
};

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: keys.import(id),
    queryFn: ({ signal }) => api.get<Import>(`/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data.status) ? POLL_MS : false),
  });

export const importsQuery = infiniteQueryOptions({
  queryKey: keys.imports,
  initialPageParam: null as string | null,
  getNextPageParam: (last: Paged<ImportSummary>) => last.next,
  refetchInterval: ({ state }) =>
    state.data?.pages.some((page) => page.items.some((each) => isBusy(each.status))) ? POLL_MS : false,
  queryFn: async ({ signal, pageParam }): Promise<Paged<ImportSummary>> =>
    api.get('/imports', { signal, query: { cursor: pageParam, limit: 30 } }),
});

export const proposalsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.proposals(id),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => api.get<Proposals>(`/imports/${id}/proposals`, { signal }),
  });

/** Reads every row without writing one; valid until the draft is changed. */
export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: keys.preview(id),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: ({ signal }) => api.post<Preview>(`/imports/${id}/preview`, {}, { signal }),
  });

export const refusalsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.refusals(id),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Paged<Refusal>) => last.next,
    queryFn: ({ signal, pageParam }) =>
      api.get<Paged<Refusal>>(`/imports/${id}/refusals`, {
        signal,
        query: { cursor: pageParam, limit: 100 },
      }),
  });

export const peopleQuery = queryOptions({
  queryKey: ['users'],
  staleTime: 60_000,
  queryFn: ({ signal }) => api.get<Ref[]>('/users', { signal }),
});

/** What was worked out from the draft is out of date. */
export function forgetFindings(client: QueryClient, id: string, proposalsToo: boolean): void {
  client.removeQueries({ queryKey: keys.preview(id) });
  if (proposalsToo) void client.invalidateQueries({ queryKey: keys.proposals(id) });
}

/** Everything on other screens that an import may have changed. */
export function refreshRecords(client: QueryClient): void {
  void client.invalidateQueries({ predicate: ({ queryKey }) => !String(queryKey[0]).startsWith('import-') });
}

export const createImport = (name: string) => api.post<Import>('/imports', { name });
export const runImport = (id: string) => api.post<Import | undefined>(`/imports/${id}/run`);
export const cancelImport = (id: string) => api.post<Import | undefined>(`/imports/${id}/cancel`);
export const undoImport = (id: string) => api.post<Import | undefined>(`/imports/${id}/undo`);
export const repeatImport = (id: string) => api.post<Import>(`/imports/${id}/repeat`);
