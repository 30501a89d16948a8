import type { BoardTotals, Card, Column, Stage, StageTotals } from '../types';
import { add, negate, share } from './decimal';

/** Where a card goes: right after another card of the stage, or to its top. */
export interface Place {
  stageId: string;
  afterDealId: string | null;
}

export function without(column: Column, ids: ReadonlySet<string>): Column {
  const cards = column.cards.filter((card) => !ids.has(card.id));
  return cards.length === column.cards.length ? column : { ...column, cards };
}

/**
 * The column with the card put right after another. A card behind one that is not loaded yet is left out: the next page
 * brings it.
 */
export function withCard(column: Column, card: Card, afterDealId: string | null): Column {
  const rest = column.cards.filter((each) => each.id !== card.id);
  if (afterDealId === null) return { ...column, cards: [card, ...rest] };
  const at = rest.findIndex((each) => each.id === afterDealId);
  if (at < 0) return { ...column, cards: rest };
  return { ...column, cards: [...rest.slice(0, at + 1), card, ...rest.slice(at + 1)] };
}

/** The card as it will look once moved: new in its stage, so neither aged nor rotting. */
export function arrived(card: Card, stageId: string, now: string): Card {
  if (card.stageId === stageId) return card;
  return { ...card, stageId, stageEnteredAt: now, daysInStage: 0, rotting: false };
}

/** The id before a card in its column, so that a refused move can be taken back to exactly there. */
export function placeOf(column: Column | undefined, id: string): string | null {
  const at = column?.cards.findIndex((card) => card.id === id) ?? -1;
  return at > 0 ? (column?.cards[at - 1]?.id ?? null) : null;
}

function counted(totals: StageTotals, card: Card, stage: Stage | undefined, sign: 1 | -1): StageTotals {
  const signed = (amount: string) => (sign === 1 ? amount : negate(amount));
  const next = { ...totals, count: Math.max(0, totals.count + sign) };
  if (card.amount === null) return { ...next, unvalued: Math.max(0, totals.unvalued + sign) };
  return {
    ...next,
    total: add(totals.total, signed(card.amount)),
    weighted: add(totals.weighted, signed(share(card.amount, stage?.probability ?? 0))),
  };
}

/**
 * Totals as they will be once the server has counted anew. Cards in other currencies than the board's count only as cards:
 * the server knows the rate.
 */
export function movedTotals(
  board: BoardTotals,
  card: Card,
  from: string | null,
  to: string | null,
  stages: readonly Stage[],
): BoardTotals {
  if (from === to) return board;
  const foreign = card.amount !== null && card.currency !== board.currency;
  const change = (totals: StageTotals): StageTotals => {
    const sign = totals.stageId === to ? 1 : totals.stageId === from ? -1 : 0;
    if (sign === 0) return totals;
    if (foreign) return { ...totals, count: Math.max(0, totals.count + sign) };
    return counted(
      totals,
      card,
      stages.find((stage) => stage.id === totals.stageId),
      sign,
    );
  };
  return { ...board, stages: board.stages.map(change) };
}

/** A card lifted by keyboard: where it stands while it is carried. */
export interface Lifted {
  card: Card;
  stageId: string;
  /** Position among the other cards of the stage. */
  index: number;
}

/** The cards of a stage as shown while one is carried over the board. */
export function shownCards(cards: readonly Card[], stageId: string, lifted: Lifted | null): readonly Card[] {
  if (!lifted) return cards;
  const rest = cards.filter((card) => card.id !== lifted.card.id);
  if (stageId !== lifted.stageId) return rest.length === cards.length ? cards : rest;
  const at = Math.min(lifted.index, rest.length);
  return [...rest.slice(0, at), lifted.card, ...rest.slice(at)];
}

/** The card that a lifted one would stand behind if it were put down now. */
export function afterOf(cards: readonly Card[], lifted: Lifted): string | null {
  const rest = cards.filter((card) => card.id !== lifted.card.id);
  return lifted.index === 0 ? null : (rest[Math.min(lifted.index, rest.length) - 1]?.id ?? null);
}
