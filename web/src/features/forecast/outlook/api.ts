import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '@/api';
import type { Tier } from '../chance/api';

export const MEASURES = ['booked', 'recognised', 'invoiced', 'cash', 'cash_flow'] as const;
export type Measure = (typeof MEASURES)[number];
/** What every outlook tells of; a cash flow needs to know what goes out. */
export const USUAL: readonly Measure[] = ['booked', 'recognised', 'invoiced', 'cash'];
export const PARTS = ['actual', 'claims', 'open', 'renewals', 'new', 'outflows'] as const;
export type Part = (typeof PARTS)[number];

/** A month (`2026-11`) or a quarter (`2026-Q4`). The range includes what is there already. */
export interface Row {
  label: string;
  actual: string;
  p10: string;
  p50: string;
  p90: string;
  mean: string;
  /** Means of what deals open then bring, deals not entered yet, and deals won already. */
  open: string;
  new: string;
  claims: string;
  /** Contracts that are renewed; null in outlooks told before these were looked at. */
  renewals: string | null;
  /** Of a cash flow: what goes out, below zero; the other parts are what comes in. */
  outflows: string | null;
  /** What came in the end, once it is over. */
  came: string | null;
  /** What had been won by the last day of which all is known, where that day lies within. */
  soFar: string | null;
}

export const GROUP_KINDS = ['owner', 'team', 'product'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export interface Group {
  kind: GroupKind;
  id: string;
  name: string | null;
  quarters: Row[];
}

export interface Outlook {
  snapshotId: string;
  asOf: string;
  measure: Measure;
  /** Those that this outlook tells of. */
  measures: Measure[];
  currency: string;
  futures: number;
  shock: number;
  tier: Tier;
  resolved: number;
  open: number;
  withoutAmount: number;
  /** Factor on the logarithm by which ranges are wider than the futures alone, because past ones missed; 1: none. */
  widening: number;
  newShare: number;
  /** Last day of which it is known what came. */
  knownUntil: string;
  /** The data stop there, long before the present. */
  ended: boolean;
  /** Null, like months and quarters, for somebody who may not see all deals. */
  past: { month: string; amount: string }[] | null;
  months: Row[] | null;
  quarters: Row[] | null;
  groups: Group[];
}

/** An outlook whose totals the reader may see. */
export type Whole = Outlook & Record<'months' | 'quarters', Row[]> & { past: NonNullable<Outlook['past']> };

export const isWhole = (outlook: Outlook): outlook is Whole => outlook.months !== null;

export interface Snapshot {
  id: string;
  asOf: string;
  takenAt: string;
  weekly: boolean;
  /** Made afterwards, from what was known then. */
  backtested: boolean;
}

export interface DealBehind {
  id: string;
  title: string;
  company: string | null;
  owner: string | null;
  amount: string | null;
  chance: number;
  expected: string | null;
}

export interface ScenarioAsked {
  slips?: Record<string, number>;
  stageId?: string;
  stageFactor?: number;
  arrivalsFactor?: number;
  arrivalsFrom?: string;
  newReps?: number;
  newRepsFrom?: string;
}

export interface ScenarioRow {
  quarter: string;
  baseP10: string;
  baseP50: string;
  baseP90: string;
  p10: string;
  p50: string;
  p90: string;
  changeP10: string;
  changeP50: string;
  changeP90: string;
}

export interface Scenario {
  measure: Measure;
  futures: number;
  quarters: ScenarioRow[];
}

export interface LeverEffect {
  stageId: string;
  pipelineId: string;
  stage: string;
  p10: string;
  p50: string;
  p90: string;
}

export const outlookQuery = (measure: Measure, snapshot?: string) =>
  queryOptions({
    queryKey: ['outlook', measure, snapshot ?? 'newest'] as const,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get<Outlook>('/forecast/outlook', { signal, query: { measure, snapshot } }),
  });

export const snapshotsQuery = queryOptions({
  queryKey: ['outlook-snapshots'] as const,
  staleTime: 60_000,
  queryFn: ({ signal }) => api.get<Snapshot[]>('/forecast/snapshots', { signal }),
});

/** What was told of a month when it began: then, or worked out afterwards from what was known then. */
export interface Telling {
  month: string;
  snapshotId: string;
  asOf: string;
  backtested: boolean;
  p10: string;
  p50: string;
  p90: string;
}

/** Of the twelve months before a snapshot. */
export const toldQuery = (measure: Measure, snapshot: string) =>
  queryOptions({
    queryKey: ['outlook-told', measure, snapshot] as const,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      api.get<Telling[]>('/forecast/outlook/told', { signal, query: { measure, snapshot } }),
  });

export const targetQuery = (measure: Measure, quarter: string, target: string, snapshot?: string) =>
  queryOptions({
    queryKey: ['outlook-target', measure, quarter, target, snapshot ?? 'newest'] as const,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      api.get<{ chance: number }>('/forecast/outlook/chance', {
        signal,
        query: { measure, quarter, target, snapshot },
      }),
  });

/** What is asked of everyone together in a quarter. */
export interface Target {
  quarter: string;
  amount: string;
}

/** Of the quarters from one on that have a quota; it starts with `forecast`, like the call, so that both are read anew together. */
export const targetsQuery = (from: string) =>
  queryOptions({
    queryKey: ['forecast', 'call', 'targets', from] as const,
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get<Target[]>('/forecast/targets', { signal, query: { from } }),
  });

export const behindQuery = (label: string) =>
  queryOptions({
    queryKey: ['outlook-deals', label] as const,
    queryFn: ({ signal }) => api.get<DealBehind[]>('/forecast/outlook/deals', { signal, query: { label } }),
  });

export const leversQuery = queryOptions({
  queryKey: ['outlook-levers'] as const,
  staleTime: 60_000,
  queryFn: ({ signal }) => api.get<LeverEffect[]>('/forecast/levers', { signal }),
});
