import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Narrow, type Schema } from '@/api';
import type { Tier } from '../chance/api';

export const MEASURES = ['booked', 'recognised', 'invoiced', 'cash', 'cash_flow'] as const;
export type Measure = (typeof MEASURES)[number];
/** What every outlook tells of; a cash flow needs to know what goes out. */
export const USUAL: readonly Measure[] = ['booked', 'recognised', 'invoiced', 'cash'];
export const PARTS = ['actual', 'claims', 'open', 'renewals', 'new', 'outflows'] as const;
export type Part = (typeof PARTS)[number];

/** A month (`2026-11`) or a quarter (`2026-Q4`). The range includes what is there already. */
export type Row = Schema<'OutlookViews.Row'>;

export const GROUP_KINDS = ['owner', 'team', 'product'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export type Group = Narrow<Schema<'OutlookViews.Group'>, { kind: GroupKind }>;

export type Outlook = Narrow<
  Schema<'OutlookViews.Outlook'>,
  { measure: Measure; measures: Measure[]; tier: Tier; groups: Group[] }
>;

/** An outlook whose totals the reader may see. */
export type Whole = Outlook & Record<'months' | 'quarters', Row[]> & { past: NonNullable<Outlook['past']> };

export const isWhole = (outlook: Outlook): outlook is Whole => outlook.months !== null;

export type Snapshot = Schema<'OutlookViews.SnapshotRef'>;

export type DealBehind = Schema<'OutlookViews.DealBehind'>;

export interface ScenarioAsked {
  slips?: Record<string, number>;
  stageId?: string;
  stageFactor?: number;
  arrivalsFactor?: number;
  arrivalsFrom?: string;
  newReps?: number;
  newRepsFrom?: string;
}

export type ScenarioRow = Schema<'OutlookViews.ScenarioRow'>;

export type Scenario = Schema<'OutlookViews.Scenario'>;

export type LeverEffect = Schema<'Snapshot.Effect'>;

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
export type Telling = Schema<'OutlookViews.Told'>;

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
export type Target = Schema<'Targets.Target'>;

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
