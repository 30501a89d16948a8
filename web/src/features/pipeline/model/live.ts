import type { QueryClient } from '@tanstack/react-query';
import { type LiveEvent, onLive } from '@/api/live';
import { readAgain } from '@/app/readAgain';
import { keys } from '../api';
import { readBoardsAgain } from '../board/boardData';
import type { Deal } from '../types';
import { findCard, refreshColumns, refreshTotals } from './cache';

/** Deals with a change of one's own under way: what the stream tells of them waits for the answer. */
const pending = new Map<string, Promise<unknown>>();

export function whilePending<T>(id: string, work: () => Promise<T>): Promise<T> {
  const before = pending.get(id) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(work);
  pending.set(id, mine);
  const done = () => {
    if (pending.get(id) === mine) pending.delete(id);
  };
  mine.then(done, done);
  return mine;
}

const text = (value: unknown) => (typeof value === 'string' ? value : null);

/** Events come in bursts (a bulk edit, an import); what they touch is read anew once per burst. */
export function createLiveDeals(client: QueryClient, pauseMs = 250) {
  const stages = new Set<string>();
  const records = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    refreshColumns(client, new Set(stages));
    refreshTotals(client);
    for (const id of records) {
      void client.invalidateQueries({ queryKey: keys.deal(id) });
      void client.invalidateQueries({ queryKey: keys.path(id) });
      void client.invalidateQueries({ queryKey: keys.timeline(id) });
    }
    void client.invalidateQueries({ queryKey: ['deals'] });
    stages.clear();
    records.clear();
  };

  const take = (event: LiveEvent) => {
    const { id } = event;
    const stageId = text(event.stageId);
    if (!id) return;
    const known = findCard(client, id);
    const version = Number(event.version ?? 0);
    // One's own change has arrived with its answer already.
    if (known && known.version >= version && known.stageId === stageId) return;
    if (stageId) stages.add(stageId);
    const from = text(event.fromStageId);
    if (from) stages.add(from);
    if (client.getQueryData<Deal>(keys.deal(id))) records.add(id);
    clearTimeout(timer);
    timer = setTimeout(flush, pauseMs);
  };

  return (event: LiveEvent) => {
    const own = event.id ? pending.get(event.id) : undefined;
    if (own) void own.catch(() => undefined).then(() => take(event));
    else take(event);
  };
}

/** Follows the stream for as long as somebody is signed in. */
export function followDeals(client: QueryClient): () => void {
  const offDeal = onLive('deal', createLiveDeals(client));
  const offAgain = onLive('again', ({ openedAt }) => {
    readAgain(client, ['deals', 'deal-groups', 'deal', 'deal-timeline', 'deal-path'], openedAt);
    readBoardsAgain(client, openedAt);
  });
  return () => {
    offDeal();
    offAgain();
  };
}
