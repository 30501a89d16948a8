import { hashKey, type QueryClient, queryOptions } from '@tanstack/react-query';
import { askedBefore, readAgain } from '@/app/readAgain';
import { FIRST_CARDS, fetchBoard, fetchColumn, keys } from '../api';
import type { Filters } from '../model/filters';
import type { BoardTotals, Column } from '../types';

/** The server gives so many cards of a column at once, at most. */
const MOST = 100;

/** Boards whose next answer is to bring the cards anew as well, by the hash of their query. */
const whole = new Set<string>();

/**
 * Counts and totals of a board. The first answer also brings the first cards of each column, which are kept as queries of
 * their own: a later change touches the columns it concerns and no other.
 */
export function boardQuery(client: QueryClient, pipelineId: string, filters: Filters) {
  const queryKey = keys.board(pipelineId, filters);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<BoardTotals> => {
      const seeded = client.getQueriesData({ queryKey: ['deal-column', pipelineId, filters] }).length > 0;
      const anew = whole.has(hashKey(queryKey));
      const board = await fetchBoard(pipelineId, filters, seeded && !anew ? 1 : FIRST_CARDS, signal);
      for (const stage of board.stages) {
        const key = keys.column(pipelineId, filters, stage.stageId);
        const known = client.getQueryData<Column>(key);
        if (!known || (anew && isFirstCards(known))) {
          client.setQueryData<Column>(key, { cards: stage.cards, next: stage.next });
        }
      }
      if (anew) whole.delete(hashKey(queryKey));
      return {
        pipelineId,
        currency: board.currency,
        stages: board.stages.map(({ cards: _, next: __, ...totals }) => totals),
      };
    },
  });
}

const isFirstCards = ({ cards }: Column) => cards.length <= FIRST_CARDS;

/** What a board asked before the stream was open is read anew: all first cards in one request, longer columns by themselves. */
export function readBoardsAgain(client: QueryClient, openedAt?: number): void {
  for (const board of client.getQueryCache().findAll({ queryKey: ['deal-board'] })) {
    if (!askedBefore(board, openedAt)) continue;
    const [, pipelineId, filters] = board.queryKey;
    whole.add(board.queryHash);
    void client.invalidateQueries({
      predicate: ({ queryKey, state }) =>
        hashKey(queryKey.slice(0, 3)) === hashKey(['deal-column', pipelineId, filters]) &&
        state.data !== undefined &&
        !isFirstCards(state.data as Column),
    });
  }
  readAgain(client, ['deal-board'], openedAt);
}

/** A column's cards; refetched, it brings as many as were loaded, so that nothing jumps under the reader. */
export function columnQuery(client: QueryClient, pipelineId: string, filters: Filters, stageId: string) {
  const queryKey = keys.column(pipelineId, filters, stageId);
  return queryOptions({
    queryKey,
    // Kept right by own moves and the live stream.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<Column> => {
      const wanted = Math.max(FIRST_CARDS, client.getQueryData<Column>(queryKey)?.cards.length ?? 0);
      const column: Column = { cards: [], next: null };
      do {
        const cards = Math.min(MOST, wanted - column.cards.length);
        const page = await fetchColumn(pipelineId, stageId, filters, { cards, cursor: column.next }, signal);
        column.cards.push(...page.items);
        column.next = page.next;
      } while (column.next !== null && column.cards.length < wanted);
      return column;
    },
  });
}

/** Reads on at the foot of a column. */
export async function loadMore(
  client: QueryClient,
  pipelineId: string,
  filters: Filters,
  stageId: string,
): Promise<void> {
  const queryKey = keys.column(pipelineId, filters, stageId);
  const cursor = client.getQueryData<Column>(queryKey)?.next;
  if (!cursor) return;
  const page = await fetchColumn(pipelineId, stageId, filters, { cards: 60, cursor });
  client.setQueryData<Column>(queryKey, (now) => {
    // Fetched anew meanwhile: the page belongs to what was there before.
    if (now?.next !== cursor) return now;
    const known = new Set(now.cards.map((card) => card.id));
    return { cards: [...now.cards, ...page.items.filter((card) => !known.has(card.id))], next: page.next };
  });
}
