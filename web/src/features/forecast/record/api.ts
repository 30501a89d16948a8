import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Narrow, type Schema } from '@/api';
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
export type Told = Narrow<Schema<'ForecastRecord.Horizon'>, { horizon: Horizon }>;

export type Origin = Narrow<Schema<'ForecastRecord.Origin'>, { horizons: Told[] }>;

export type AmountScore = Narrow<Schema<'ForecastRecord.AmountRow'>, { horizon: Horizon; method: Method }>;

export type ChanceScore = Narrow<
  Schema<'ForecastRecord.ChanceRow'>,
  { horizon: Horizon; method: 'nurt' | 'stage_table' | 'stage_rate' }
>;

/** Deals whose chances were told about the same: what was told on average and the share that came true. */
export type Bin = Schema<'ForecastRecord.Bin'>;

export type CommitScore = Schema<'ForecastRecord.CommitRow'>;

export type TrackRecord = Narrow<
  Schema<'ForecastRecord'>,
  {
    measure: Measure;
    measures: Measure[];
    origins: Origin[];
    amounts: AmountScore[];
    chances: ChanceScore[];
    calibration: { horizon: Horizon; bins: Bin[] }[];
    pit: { horizon: Horizon; counts: number[] }[];
  }
>;

export const recordQuery = (measure: Measure) =>
  queryOptions({
    queryKey: ['forecast-record', measure] as const,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get<TrackRecord>('/forecast/record', { signal, query: { measure } }),
  });
