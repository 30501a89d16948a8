import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Narrow, type Schema } from '@/api';

export type Category = 'commit' | 'best_case' | 'pipeline' | 'omitted';
export const CATEGORIES: readonly Category[] = ['commit', 'best_case', 'pipeline', 'omitted'];
export type SaidKind = 'commit' | 'best_case' | 'call';

/** A number that was said of a row, or the sum of those said below it. */
export type Said = Schema<'CallRow.CallSaid'>;

export type CallRow = Narrow<
  Schema<'CallRow'>,
  {
    kind: 'workspace' | 'team' | 'user' | 'unassigned';
    categories: Record<Category, Schema<'CallRow.CallCategory'>>;
  }
>;

/** A team that the reader may see; a team without another above it has depth 0. */
export type CallTeam = Schema<'CallTable.CallTeam'>;

export type CallTable = Narrow<
  Schema<'CallTable'>,
  // Without teams only as it is kept, never as it is answered.
  { basis: 'independent' | 'simulation' | null; teams: CallTeam[]; rows: CallRow[] }
>;

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

export type QuotaSet = Schema<'Quotas.QuotaSet'>;

export type CallDeal = Narrow<
  Schema<'CallDealStore.CallDeal'>,
  { status: 'open' | 'won'; category: Category }
>;

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
