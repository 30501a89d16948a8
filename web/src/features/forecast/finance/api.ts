import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Narrow, type Schema } from '@/api';

export type Receipt = Schema<'Invoice.Receipt'>;

/** Days on which one of ten, half and nine of ten such invoices are paid; null when fewer ever are. */
export type Expected = Schema<'Invoice.Expected'>;

export type InvoiceStatus = 'open' | 'late' | 'paid' | 'cancelled';

export type Invoice = Narrow<Schema<'Invoice'>, { status: InvoiceStatus }>;

export interface InvoiceFields {
  number: string;
  companyId: string | null;
  amount: string;
  currency: string;
  issuedOn: string | null;
  dueOn: string | null;
}

export const BUCKETS = ['due', '30', '60', '90', 'older'] as const;
export type Bucket = (typeof BUCKETS)[number];

export type Owed = Narrow<
  Schema<'Receivables.Owed'>,
  { ageing: Narrow<Schema<'Receivables.Ageing'>, { bucket: Bucket }>[]; items: Invoice[] }
>;

export type ImportReport = Schema<'ImportReport'>;

export type PlanKind = 'at_once' | 'deposit' | 'milestones' | 'monthly';

export interface PlanFields {
  kind: PlanKind;
  netDays: number;
  months: number | null;
  instalments: { share: string; afterDays: number }[];
}

export interface Plan extends PlanFields {
  from: 'deal' | 'product' | 'workspace' | 'built_in';
  /** The plan of what was asked for, not an inherited one. */
  own: boolean;
  version: number;
}

/** What goes out; shares and amounts are plain decimals. */
export interface OutflowFigures {
  commission: string;
  delivery: string;
  deliveryOf: 'invoiced' | 'recognised';
  /** A month's wages, from a month (`2026-11`) on until the next entry. */
  payroll: { from: string; amount: string }[];
  currency: string;
  entered: boolean;
  version: number;
}

export const outflowsQuery = queryOptions({
  queryKey: ['outflows'] as const,
  queryFn: ({ signal }) => api.get<OutflowFigures>('/forecast/outflows', { signal }),
});

export const SHOWN = ['open', 'late', 'paid', 'all'] as const;
/** What may be shown: a part of the ageing as well. */
export type Shown = (typeof SHOWN)[number] | Bucket;

/** What is owed comes with the days on which it is foreseen to come. */
export const invoicesQuery = (status: Shown, q: string) =>
  infiniteQueryOptions({
    queryKey: ['invoices', status, q] as const,
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      api.get<{ items: Invoice[]; next: string | null }>(
        status === 'paid' || status === 'all' ? '/forecast/invoices' : '/forecast/receivables',
        { signal, query: { status, q, limit: 100, cursor: pageParam } },
      ),
    getNextPageParam: (page) => page.next,
  });

export const owedQuery = queryOptions({
  queryKey: ['invoices', 'owed'] as const,
  queryFn: ({ signal }) => api.get<Owed>('/forecast/receivables', { signal, query: { limit: 1 } }),
});

/** Of the workspace (`''`), `products/<id>` or `deals/<id>`. */
export const planQuery = (of: string) =>
  queryOptions({
    queryKey: ['billing-plan', of] as const,
    queryFn: ({ signal }) => api.get<Plan>(planPath(of), { signal }),
  });

export const planPath = (of: string) => `/forecast/billing${of && `/${of}`}`;
