import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { keys } from '../api';
import type { BoardTotals, Card, Column, Deal, DealPage, Pipeline, Stage } from '../types';
import { movedTotals, type Place, placeOf, withCard, without } from './boardMove';
import type { Filters } from './filters';

type ColumnKey = readonly ['deal-column', string, Filters, string];

function columnsOf(client: QueryClient, pipelineId?: string): [ColumnKey, Column][] {
  return client
    .getQueriesData<Column>({ queryKey: pipelineId ? ['deal-column', pipelineId] : ['deal-column'] })
    .filter((each): each is [ColumnKey, Column] => each[1] !== undefined) as [ColumnKey, Column][];
}

/** What is known here of a deal, from wherever it is shown. The newest version wins. */
export function findCard(client: QueryClient, id: string): Card | undefined {
  const found: Card[] = [];
  const record = client.getQueryData<Deal>(keys.deal(id));
  if (record) found.push(record);
  for (const [, column] of columnsOf(client)) found.push(...column.cards.filter((card) => card.id === id));
  for (const [, list] of client.getQueriesData<InfiniteData<DealPage>>({ queryKey: ['deals'] })) {
    for (const page of list?.pages ?? []) found.push(...page.items.filter((deal) => deal.id === id));
  }
  return found.sort((a, b) => b.version - a.version)[0];
}

export function pipelinesOf(client: QueryClient): Pipeline[] {
  return client.getQueryData<Pipeline[]>(keys.pipelines) ?? [];
}

export function stageById(client: QueryClient, stageId: string): { stage: Stage; pipeline: Pipeline } | null {
  for (const pipeline of pipelinesOf(client)) {
    const stage = pipeline.stages.find((each) => each.id === stageId);
    if (stage) return { stage, pipeline };
  }
  return null;
}

/** Puts a card elsewhere on every board that shows it; the function answered puts it back. */
export function moveInCache(client: QueryClient, card: Card, place: Place): () => void {
  const home = stageById(client, place.stageId)?.pipeline;
  const ids = new Set([card.id]);
  const holders = columnsOf(client).filter(([, column]) => column.cards.some((each) => each.id === card.id));
  const boards = holders.map(([key, column]) => ({
    pipelineId: key[1],
    filters: key[2],
    from: key[3],
    card: column.cards.find((each) => each.id === card.id) ?? card,
    after: placeOf(column, card.id),
  }));
  const put = (board: (typeof boards)[number], moved: Card | null, to: Place | null, from: string | null) => {
    if (from !== null && from !== to?.stageId) {
      client.setQueryData<Column>(keys.column(board.pipelineId, board.filters, from), (now) =>
        now ? without(now, ids) : now,
      );
    }
    if (to && moved) {
      client.setQueryData<Column>(keys.column(board.pipelineId, board.filters, to.stageId), (now) =>
        now ? withCard(now, moved, to.afterDealId) : now,
      );
    }
    client.setQueryData<BoardTotals>(keys.board(board.pipelineId, board.filters), (now) =>
      now ? movedTotals(now, board.card, from, to?.stageId ?? null, home?.stages ?? []) : now,
    );
  };
  for (const board of boards) put(board, card, place, board.from);
  return () => {
    for (const board of boards) {
      put(board, board.card, { stageId: board.from, afterDealId: board.after }, place.stageId);
    }
  };
}

/** Other questions about deals are kept under the same key, so that all are asked anew together; only lists have pages. */
function isPaged(data: unknown): data is InfiniteData<DealPage> {
  return typeof data === 'object' && data !== null && Array.isArray((data as { pages?: unknown }).pages);
}

/** Shows what the server answered, wherever the deal stands. Placement stays as it is. */
export function storeDeal(client: QueryClient, deal: Deal): void {
  client.setQueryData<Deal>(keys.deal(deal.id), (now) => (now && now.version > deal.version ? now : deal));
  for (const [key, column] of columnsOf(client)) {
    if (!column.cards.some((card) => card.id === deal.id)) continue;
    client.setQueryData<Column>(key, {
      ...column,
      cards: column.cards.map((card) => (card.id === deal.id && card.version <= deal.version ? deal : card)),
    });
  }
  client.setQueriesData<InfiniteData<DealPage>>({ queryKey: ['deals'] }, (list) => {
    if (!isPaged(list) || !list.pages.some((page) => page.items.some((each) => each.id === deal.id)))
      return list;
    return {
      ...list,
      pages: list.pages.map((page) => ({
        ...page,
        items: page.items.map((each) => (each.id === deal.id && each.version <= deal.version ? deal : each)),
      })),
    };
  });
}

/** Takes a deal off the boards: it was closed, archived or thrown away. */
export function dropFromBoards(client: QueryClient, id: string): void {
  for (const [key, column] of columnsOf(client)) {
    const left = without(column, new Set([id]));
    if (left !== column) client.setQueryData<Column>(key, left);
  }
}

/** Reads anew what depends on a deal's place and figures, once things are quiet. */
export function refreshTotals(client: QueryClient): void {
  clearTimeout(totalsTimer);
  totalsTimer = setTimeout(() => {
    for (const queryKey of [['deal-board'], ['deal-groups']]) void client.invalidateQueries({ queryKey });
  }, 350);
}
let totalsTimer: ReturnType<typeof setTimeout> | undefined;

/** Reads some columns anew: those of the stages named, on every board. */
export function refreshColumns(client: QueryClient, stageIds: ReadonlySet<string>): void {
  void client.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === 'deal-column' && stageIds.has(String(queryKey[3])),
  });
}

export function refreshRecord(client: QueryClient, id: string): void {
  void client.invalidateQueries({ queryKey: keys.path(id) });
  void client.invalidateQueries({ queryKey: keys.timeline(id) });
  // The list keeps the row where it is until somebody comes back to it.
  void client.invalidateQueries({ queryKey: ['deals'], refetchType: 'none' });
}
