import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '@/api';

export type Category = 'commit' | 'best_case' | 'pipeline' | 'omitted';
export const CATEGORIES: readonly Category[] = ['commit', 'best_case', 'pipeline', 'omitted'];
export type SaidKind = 'commit' | 'best_case' | 'call';

/** A number that was said of a row, or the sum of those said below it. */
export interface Said {
  amount: string;
  own: boolean;
  authorId: string | null;
  author: string | null;
  at: string | null;
  reason: string | null;
}

export interface CallRow {
  key: string;
  kind: 'workspace' | 'team' | 'user' | 'unassigned';
  id: string | null;
  name: string | null;
  parent: string | null;
  depth: number;
  maySubmit: boolean;
  mayLead: boolean;
  quota: { amount: string; own: boolean } | null;
  won: string;
  wonCount: number;
  open: string;
  openCount: number;
  weighted: string;
  stageWeighted: string;
  noAmount: number;
  categories: Record<Category, { amount: string; derived: string; count: number }>;
  commit: Said | null;
  bestCase: Said | null;
  call: Said | null;
  model: { p10: string; p50: string; p90: string; mean: string } | null;
  attainment: number | null;
  commitAttainment: number | null;
  saidAttainment: number | null;
  usual: number | null;
  pace: number | null;
  pastPeriods: number;
  freshness: {
    staleDays: number | null;
    stale: boolean;
    expected: number;
    submitted: number;
    staleCount: number;
  };
  came: string | null;
}

/** A team that the reader may see; a team without another above it has depth 0. */
export interface CallTeam {
  id: string;
  name: string | null;
  depth: number;
}

export interface CallTable {
  period: string;
  first: string;
  last: string;
  previous: string;
  next: string;
  over: boolean;
  asOf: string;
  currency: string;
  fraction: number;
  basis: 'independent' | 'simulation' | null;
  week: string | null;
  withoutCloseDate: number;
  me: string | null;
  teams: CallTeam[];
  rows: CallRow[];
}

export interface Submission {
  id: string;
  kind: SaidKind;
  amount: string;
  currency: string;
  reason: string | null;
  base: {
    kind?: SaidKind;
    amount?: string;
    summed?: boolean;
    author?: string | null;
    won?: string;
    modelP50?: string;
  };
  author: string;
  at: string;
}

export interface QuotaSet {
  kind: string;
  id: string;
  name: string | null;
  amount: string | null;
  currency: string;
  inForce: boolean;
  author: string | null;
  at: string;
}

export interface CallDeal {
  id: string;
  title: string;
  company: string | null;
  owner: string | null;
  stage: string;
  probability: number;
  status: 'open' | 'won';
  amount: string | null;
  category: Category;
  derived: boolean;
  expectedClose: string | null;
  closedOn: string | null;
  chance: number | null;
  version: number;
}

/** Which deals of a row: those won, all open ones, or those of one category. */
export type Of = 'won' | 'open' | Category;

export const ROOT = ['forecast', 'call'] as const;

/** Which table: of a period, of a week of the past, of a team. */
export interface Asked {
  period?: string | undefined;
  asOf?: string | undefined;
  team?: string | undefined;
}

export const callQuery = ({ period, asOf, team }: Asked) =>
  queryOptions({
    queryKey: [...ROOT, 'table', period ?? '', asOf ?? '', team ?? ''],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get<CallTable>('/forecast/call', { signal, query: { period, asOf, team } }),
  });

export const weeksQuery = (period: string | undefined) =>
  queryOptions({
    queryKey: [...ROOT, 'weeks', period ?? ''],
    queryFn: ({ signal }) =>
      api.get<{ week: string; takenAt: string }[]>('/forecast/call/weeks', { signal, query: { period } }),
  });

export const dealsQuery = (period: string, row: CallRow, of: Of) =>
  queryOptions({
    queryKey: [...ROOT, 'deals', period, row.key, of],
    queryFn: ({ signal }) =>
      api.get<{ deals: CallDeal[]; more: number }>('/forecast/call/deals', {
        signal,
        query: { period, kind: row.kind, id: row.id, of },
      }),
  });

export const saidQuery = (period: string, row: CallRow) =>
  queryOptions({
    queryKey: [...ROOT, 'said', period, row.key],
    queryFn: ({ signal }) =>
      api.get<Submission[]>('/forecast/submissions', {
        signal,
        query: { period, subject: row.kind, id: row.id },
      }),
  });

export const quotasQuery = (period: string) =>
  queryOptions({
    queryKey: [...ROOT, 'quotas', period],
    queryFn: ({ signal }) => api.get<QuotaSet[]>('/forecast/quotas', { signal, query: { period } }),
  });

export function submit(period: string, row: CallRow, kind: SaidKind, amount: string, reason: string) {
  const body = { period, subject: row.kind, id: row.id, kind, amount, reason: reason.trim() || null };
  return api.post<Submission>('/forecast/submissions', body);
}

export function setQuotas(period: string, quotas: { kind: string; id: string; amount: string | null }[]) {
  return api.put<QuotaSet[]>('/forecast/quotas', { quotas }, { query: { period } });
}

export function setCategory(deal: CallDeal, category: Category | null) {
  return api.patch(`/deals/${deal.id}`, { category }, { ifMatch: deal.version });
}
