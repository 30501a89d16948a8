import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '@/api';
import type { Measure } from '../outlook/api';

export const HORIZONS = ['d30', 'd60', 'd90', 'quarter'] as const;
export type Horizon = (typeof HORIZONS)[number];

export const METHODS = [
  'nurt',
  'stage_table',
  'stage_rate',
  'last_year',
  'run_rate',
  'commit',
  'call',
] as const;
export type Method = (typeof METHODS)[number];

/** What was told at one moment of the time until a day. Amounts are null for whoever may not see all deals. */
export interface Told {
  horizon: Horizon;
  until: string;
  p10: string | null;
  p50: string | null;
  p90: string | null;
  mean: string | null;
  /** Null while it is not over. */
  came: string | null;
  /** Share of the futures drawn then that lie below what came. */
  pit: number | null;
  baselines: Record<Exclude<Method, 'nurt'>, string | null>;
}

export interface Origin {
  snapshotId: string;
  asOf: string;
  tier: string;
  resolved: number;
  open: number;
  horizons: Told[];
}

export interface AmountScore {
  horizon: Horizon;
  method: Method;
  origins: number;
  wape: number | null;
  bias: number | null;
  pinball: number | null;
  coverage: number | null;
  /** Standard error of the coverage. */
  coverageError: number | null;
  /** Nurt's WAPE over the same forecasts, for a way that told nothing at some of them. */
  wapeOfNurt: number | null;
}

export interface ChanceScore {
  horizon: Horizon;
  method: 'nurt' | 'stage_table' | 'stage_rate';
  deals: number;
  brier: number;
  logLoss: number;
  slope: number | null;
  intercept: number | null;
}

/** Deals whose chances were told about the same: what was told on average and the share that came true. */
export interface Bin {
  from: number;
  to: number;
  deals: number;
  told: number;
  came: number;
}

export interface CommitScore {
  userId: string;
  name: string | null;
  periods: number;
  wape: number | null;
  bias: number | null;
}

export interface TrackRecord {
  runId: string;
  asOf: string;
  currency: string;
  /** Of which origins, amounts, PIT and widening tell. */
  measure: Measure;
  measures: Measure[];
  /** Part of the open deals whose amount is known only as it ended, so that forecasts took an average instead. */
  masked: number;
  origins: Origin[];
  amounts: AmountScore[];
  chances: ChanceScore[];
  calibration: { horizon: Horizon; bins: Bin[] }[];
  pit: { horizon: Horizon; counts: number[] }[];
  commits: CommitScore[];
  shock: { size: number; origins: number; estimated: boolean };
  widening: { factor: number; coverageBefore: number | null; origins: number };
}

export const recordQuery = (measure: Measure) =>
  queryOptions({
    queryKey: ['forecast-record', measure] as const,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get<TrackRecord>('/forecast/record', { signal, query: { measure } }),
  });
