import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '@/api';
import { type Filters, filtersKey } from './model/filters';
import {
  type Company,
  type Contact,
  type CustomField,
  type DealRow,
  type DirectoryRecord,
  type Kind,
  type Likely,
  type Paged,
  type Person,
  pathOf,
  type Row,
  type TimelineItem,
} from './types';

const PAGE = 100;
const RARELY = 60_000;

export const keys = {
  lists: (kind: Kind) => [kind === 'company' ? 'companies' : 'contacts'] as const,
  record: (kind: Kind, id: string) => [kind, id] as const,
  timeline: (kind: Kind, id: string) => [`${kind}-timeline`, id] as const,
  tags: (kind: Kind) => ['tags', kind] as const,
  fields: (kind: string) => ['custom-fields', kind] as const,
};

export function listQuery(kind: Kind, filters: Filters, sort: string) {
  return infiniteQueryOptions({
    queryKey: [...keys.lists(kind), 'list', filtersKey(filters), sort],
    initialPageParam: null as string | null,
    getNextPageParam: (last: Paged<Row>) => last.next,
    placeholderData: keepPreviousData,
    queryFn: ({ signal, pageParam }) =>
      api.get<Paged<Row>>(pathOf(kind), {
        signal,
        query: { ...filters, sort, limit: PAGE, cursor: pageParam },
      }),
  });
}

export const recordQuery = (kind: Kind, id: string) =>
  queryOptions({
    queryKey: keys.record(kind, id),
    queryFn: ({ signal }) => api.get<DirectoryRecord>(`${pathOf(kind)}/${id}`, { signal }),
  });

export const timelineQuery = (kind: Kind, id: string) =>
  infiniteQueryOptions({
    queryKey: keys.timeline(kind, id),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Paged<TimelineItem>) => last.next,
    queryFn: ({ signal, pageParam }) =>
      api.get<Paged<TimelineItem>>(`${pathOf(kind)}/${id}/timeline`, {
        signal,
        query: { cursor: pageParam, limit: 30 },
      }),
  });

/** The first people of a company, by name. */
export const peopleOfQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['contacts', 'of', companyId],
    queryFn: ({ signal }) =>
      api.get<Paged<Contact & { email: string | null; phone: string | null }>>('/contacts', {
        signal,
        query: { company: companyId, limit: 50 },
      }),
  });

export const dealsOfQuery = (kind: Kind, id: string) =>
  queryOptions({
    queryKey: ['deals', 'of', kind, id],
    queryFn: ({ signal }) =>
      api.get<Paged<DealRow> & { count?: number }>('/deals', {
        signal,
        query: { [kind]: id, limit: 20, count: true, sort: '-updatedAt' },
      }),
  });

export interface Entered {
  name?: string;
  email?: string;
  phone?: string;
  taxNumber?: string;
  domain?: string;
  except?: string;
}

export const likelyQuery = (kind: Kind, entered: Entered) =>
  queryOptions({
    queryKey: ['likely', kind, entered],
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Likely[] }>(`${pathOf(kind)}/duplicates`, { signal, query: { ...entered } }))
        .items,
  });

export const companiesByNameQuery = (q: string) =>
  queryOptions({
    queryKey: ['companies', 'pick', q],
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      api.get<Paged<Company & { city?: string | null }>>('/companies', { signal, query: { q, limit: 8 } }),
  });

/** Records of a kind by what is written in them. */
export const sameNameQuery = (kind: Kind, q: string) =>
  queryOptions({
    queryKey: [...keys.lists(kind), 'pick-other', q],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get<Paged<Row>>(pathOf(kind), { signal, query: { q, limit: 8 } }),
  });

export const usersQuery = queryOptions({
  queryKey: ['users'],
  staleTime: RARELY,
  queryFn: ({ signal }) => api.get<Person[]>('/users', { signal }),
});

export const tagsQuery = (kind: Kind) =>
  queryOptions({
    queryKey: keys.tags(kind),
    staleTime: RARELY,
    queryFn: ({ signal }) => api.get<{ name: string; count: number }[]>('/tags', { signal, query: { kind } }),
  });

export const customFieldsQuery = (kind: string) =>
  queryOptions({
    queryKey: keys.fields(kind),
    staleTime: RARELY,
    queryFn: ({ signal }) => api.get<CustomField[]>('/custom-fields', { signal, query: { kind } }),
  });

interface StageName {
  id: string;
  name: string;
}

export const stagesQuery = queryOptions({
  queryKey: ['pipelines'],
  staleTime: RARELY,
  queryFn: ({ signal }) =>
    api.get<{ id: string; name: string; stages: StageName[] }[]>('/pipelines', { signal }),
});
