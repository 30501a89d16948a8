import type { Schema } from '@/api';

/** A record named in another record. */
export interface Ref {
  id: string;
  name: string;
}

export type StageKind = 'open' | 'won' | 'lost';
export type DealStatus = 'open' | 'won' | 'lost';
export type Outcome = 'disqualified' | 'competitor' | 'no_decision';
export type Category = 'commit' | 'best_case' | 'pipeline' | 'omitted';

export type Stage = Schema<'Stage'>;

export type Pipeline = Schema<'Pipeline'>;

/** A deal as the board shows it. Amounts are decimal strings in major units. */
export interface Card {
  id: string;
  title: string;
  company: Ref | null;
  owner: Ref | null;
  contact: Ref | null;
  amount: string | null;
  currency: string;
  stageId: string;
  stageEnteredAt: string;
  daysInStage: number;
  rotting: boolean;
  expectedClose: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
  tags: string[];
  resumeOn: string | null;
  version: number;
}

export type ContactRole =
  | 'decision_maker'
  | 'influencer'
  | 'champion'
  | 'user'
  | 'buyer'
  | 'blocker'
  | 'other';

export interface DealContact extends Ref {
  role: ContactRole | null;
  primary: boolean;
}

export interface DealProduct extends Ref {
  quantity: string;
  unitPrice: string | null;
}

export interface Deal extends Card {
  pipelineId: string;
  status: DealStatus;
  outcome: Outcome | null;
  lostReason: Ref | null;
  lostNote: string | null;
  competitor: string | null;
  closedAt: string | null;
  openedAt: string;
  source: string | null;
  category: Category | null;
  contacts: DealContact[];
  products: DealProduct[];
  custom: Record<string, unknown>;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
  deletedAt: string | null;
  importId: string | null;
}

export interface StageTotals {
  stageId: string;
  count: number;
  total: string;
  weighted: string;
  /** Some amounts are in other currencies, converted at the workspace's rates. */
  currencyMixed: boolean;
  /** Deals without an amount, or in a currency without a rate. */
  unvalued: number;
}

export interface Board {
  pipelineId: string;
  currency: string;
  asOf: string;
  stages: (StageTotals & { cards: Card[]; next: string | null })[];
}

export interface BoardTotals {
  pipelineId: string;
  currency: string;
  stages: StageTotals[];
}

export interface Column {
  cards: Card[];
  next: string | null;
}

export interface Paged<T> {
  items: T[];
  next: string | null;
}

export interface DealPage extends Paged<Deal> {
  count?: number;
  total?: string;
  unvalued?: number;
  currency?: string;
}

/** Deals that have something in common, and what they add up to. */
export type DealGroup = Schema<'DealGroups.Group'>;

export type DealGroups = Schema<'DealGroups.Groups'>;

/** One passage of a deal through a stage. */
export type StageStay = Schema<'Timeline.Step'>;

export interface TimelineItem {
  id: string;
  at: string;
  kind: string;
  actor: Ref | null;
  origin?: string | null;
  stage?: Ref | null;
  changes?: Record<string, [unknown, unknown]>;
  note?: { id: string; body: string; version: number } | string | null;
}

export type LostReason = Schema<'LostReason'>;

export type Product = Schema<'Product'>;

export type ExchangeRate = Schema<'SalesSettings.ExchangeRate'>;

export interface Person {
  id: string;
  name: string;
  status: 'active' | 'invited' | 'placeholder' | 'deactivated';
  teams: Ref[];
}

export type CustomField = Schema<'CustomField'>;
