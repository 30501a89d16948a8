import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Narrow, type Schema } from '@/api';

/** Parameters of the deals list that give exactly the deals a figure is about. */
export type Drill = Record<string, string[]>;

/** Deals of a population that could not enter a figure. */
export type LeftOut = Schema<'LeftOut'>;

export type Cycle = Schema<'Answers.Cycle'>;

/** What every answer says of itself. */
export type About = Pick<Summary, 'asOf' | 'currency' | 'population'>;

export type Summary = Schema<'Answers.Summary'>;

export type Month = Schema<'Answers.ClosedMonth'>;

export type WonByMonth = Schema<'Answers.WonByMonth'>;

export type OpenStage = Schema<'Answers.OpenStage'>;

export type OpenByStage = Schema<'Answers.OpenByStage'>;

export type AgeingStage = Schema<'Answers.AgeingStage'>;

export type StageAgeing = Schema<'Answers.StageAgeing'>;

export const BREAKDOWNS = ['owner', 'team', 'product', 'source'] as const;
export type By = (typeof BREAKDOWNS)[number];

export type BreakdownRow = Narrow<
  Schema<'Answers.BreakdownRow'>,
  { drills: Record<'won' | 'lost' | 'closed' | 'open', Drill> }
>;

export type Breakdown = Narrow<Schema<'Answers.Breakdown'>, { by: By; rows: BreakdownRow[] }>;

export type Definition = Schema<'Answers.Definition'>;

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
