import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '@/api';

/** Parameters of the deals list that give exactly the deals a figure is about. */
export type Drill = Record<string, string[]>;

/** Deals of a population that could not enter a figure. */
export interface LeftOut {
  noAmount: number;
  noRate: number;
  reversed: number;
  asleep: number;
}

interface Basis {
  n: number;
  /** False: fewer than 20 deals, so the value is kept back. */
  enough: boolean;
  definition: string;
  drill: Drill;
  left?: LeftOut | null;
}

export interface Figure<T> extends Basis {
  value: T | null;
}

export interface Cohort extends Basis {
  value: number | null;
  resolvedShare: number | null;
}

export interface Cycle extends Basis {
  median: number | null;
  mean: number | null;
  p80: number | null;
}

export interface Velocity extends Basis {
  value: string | null;
  openDeals: number;
  winRate: number | null;
  average: string | null;
  cycle: number | null;
}

/** What every answer says of itself. */
export interface About {
  asOf: string;
  currency: string;
  population: string;
}

export interface Summary extends About {
  winRateClosed: Figure<number>;
  winRateCohort: Cohort;
  wonCount: Figure<number>;
  wonValue: Figure<string>;
  lostCount: Figure<number>;
  openCount: Figure<number>;
  openValue: Figure<string>;
  averageDeal: Figure<string>;
  medianDeal: Figure<string>;
  cycleWon: Cycle;
  cycleLost: Cycle;
  velocity: Velocity;
}

export interface Month {
  month: string;
  won: { count: number; value: string; left: LeftOut | null };
  lost: { count: number };
  drill: Drill;
}

export interface WonByMonth extends About {
  definition: string;
  n: number;
  months: Month[];
}

interface StageOf {
  stageId: string;
  name: string;
  pipeline: { id: string; name: string };
  drill: Drill;
  left: LeftOut | null;
}

export interface OpenStage extends StageOf {
  probability: number;
  count: number;
  value: string;
  weighted: string;
}

export interface OpenByStage extends About {
  definition: string;
  weightedDefinition: string;
  n: number;
  stages: OpenStage[];
}

export interface AgeingStage extends StageOf {
  n: number;
  enough: boolean;
  median: number | null;
  p80: number | null;
  rottingDays: number | null;
  rotting: number;
  buckets: { days: string; count: number }[];
}

export interface StageAgeing extends About {
  definition: string;
  rottingDefinition: string;
  n: number;
  stages: AgeingStage[];
}

export const BREAKDOWNS = ['owner', 'team', 'product', 'source'] as const;
export type By = (typeof BREAKDOWNS)[number];

export interface BreakdownRow {
  key: { id: string | null; name: string | null };
  won: number;
  lost: number;
  open: number;
  winRate: Figure<number>;
  wonValue: string;
  averageDeal: Figure<string>;
  medianCycle: Figure<number>;
  left: LeftOut | null;
  drill: Drill;
  drills: Record<'won' | 'lost' | 'closed' | 'open', Drill>;
}

export interface Breakdown extends About {
  definition: string;
  by: By;
  rows: BreakdownRow[];
  more: number;
}

export interface Definition {
  key: string;
  title: string;
  formula: string;
  population: string;
  timeBasis: string;
  valueField: string;
  ownerAttribution: string;
  notes: string;
}

/** The period and filters, as the server reads them. */
export type Asked = Record<string, string[]>;

const asked = <T>(path: string, query: Asked) =>
  queryOptions({
    queryKey: ['insights', path, query] as const,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get<T>(`/insights/${path}`, { signal, query }),
  });

export const summaryQuery = (query: Asked) => asked<Summary>('summary', query);
export const wonByMonthQuery = (query: Asked) => asked<WonByMonth>('won-by-month', query);
export const openByStageQuery = (query: Asked) => asked<OpenByStage>('open-by-stage', query);
export const stageAgeingQuery = (query: Asked) => asked<StageAgeing>('stage-ageing', query);
export const breakdownQuery = (by: By, query: Asked) => asked<Breakdown>('breakdown', { ...query, by: [by] });

export const definitionsQuery = (language: string) =>
  queryOptions({
    queryKey: ['insights', 'definitions', language] as const,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => api.get<Definition[]>('/insights/definitions', { signal }),
  });

interface Named {
  id: string;
  name: string;
}

const named = (path: string, key: readonly string[]) =>
  queryOptions({
    queryKey: key,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const answer = await api.get<Named[] | { items: Named[] }>(path, { signal });
      return Array.isArray(answer) ? answer : answer.items;
    },
  });

/** Under the same keys as elsewhere, so that what is known is not asked again. */
export const peopleQuery = named('/users', ['users']);
export const teamsQuery = named('/teams', ['teams']);
export const productsQuery = named('/products', ['products', '']);
export const pipelinesQuery = named('/pipelines', ['pipelines']);
