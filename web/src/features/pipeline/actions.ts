import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import i18n from 'i18next';
import { useMemo } from 'react';
import { ApiError, api, ConflictError, isApiError } from '@/api';
import { announce, notifyDone, notifyError, notifyUndo } from '@/ui';
import { keys } from './api';
import { ask } from './dialogs/dialogs';
import { arrived, type Place } from './model/boardMove';
import {
  dropFromBoards,
  findCard,
  moveInCache,
  refreshColumns,
  refreshRecord,
  refreshTotals,
  stageById,
  storeDeal,
} from './model/cache';
import { flash } from './model/flash';
import { whilePending } from './model/live';
import { fieldName } from './record/fields';
import type { Card, Deal, Outcome } from './types';

/** What else a move may say: why it was lost, what it was won for. */
export interface MoveDetails {
  lostReasonId?: string | null;
  outcome?: Outcome;
  competitor?: string;
  note?: string;
  closedOn?: string;
  amount?: string | null;
}

export interface BulkChange {
  ownerId?: string | null;
  stageId?: string;
  tagsAdd?: string[];
  tagsRemove?: string[];
  expectedClose?: string | null;
  source?: string | null;
  category?: string | null;
  archive?: boolean;
  trash?: boolean;
}

interface BulkAnswer {
  changed: number;
  refused: { id: string; title: string; problem: { title?: string; detail?: string } }[];
  undoToken: string | null;
}

/** Whether what a change is about to replace reads the same in both; false where that is not known. */
function sameFields(a: Card, b: Card, members: readonly string[]): boolean {
  const read = (card: Card, member: string) =>
    JSON.stringify((card as unknown as Record<string, unknown>)[fieldName(member)]);
  return members.every((each) => read(a, each) !== undefined && read(a, each) === read(b, each));
}

/** All that can be done to deals, shown at once and taken back where the server refuses. */
export function createActions(client: QueryClient) {
  const refresh = (ids: readonly string[]) => {
    refreshTotals(client);
    for (const id of ids) refreshRecord(client, id);
  };

  const refreshAll = (ids: readonly string[]) => {
    for (const id of ids) void client.invalidateQueries({ queryKey: keys.deal(id) });
    void client.invalidateQueries({ queryKey: ['deal-column'] });
    void client.invalidateQueries({ queryKey: ['deals'] });
    refresh(ids);
  };

  /** Offers to take back changes made together, the last one first. */
  const offerUndo = (
    message: string,
    tokens: readonly (string | null | undefined)[],
    ids: readonly string[],
  ) => {
    announce(message);
    const known = tokens.filter((each): each is string => Boolean(each));
    if (known.length === 0) return notifyDone(message);
    notifyUndo(message, async () => {
      for (const token of [...known].reverse()) await api.post(`/undo/${token}`);
      refreshAll(ids);
    });
  };

  const moveOne = (card: Card, place: Place, details: MoveDetails) => {
    const putBack = moveInCache(client, arrived(card, place.stageId, new Date().toISOString()), place);
    return whilePending(card.id, async () => {
      // The card may have left its column already; an earlier change of one's own may have raised its version.
      const version = Math.max(card.version, findCard(client, card.id)?.version ?? 0);
      const send = (ifMatch?: number) =>
        api.change<Deal>(
          'POST',
          `/deals/${card.id}/move`,
          { ...place, ...details },
          ifMatch === undefined ? {} : { ifMatch },
        );
      try {
        const { data, undo } = await send(version).catch((error: unknown) => {
          // Somebody edited the deal, but left it where it was: the move is as good as before.
          const theirs = error instanceof ConflictError ? (error.current as Deal | undefined) : undefined;
          if (theirs && theirs.stageId === card.stageId) return send();
          throw error;
        });
        storeDeal(client, data);
        if (data.status !== 'open') dropFromBoards(client, data.id);
        flash(card.id, 'landed');
        return undo;
      } catch (error) {
        putBack();
        flash(card.id, 'refused');
        if (error instanceof ConflictError) refreshColumns(client, new Set([card.stageId, place.stageId]));
        throw error;
      }
    });
  };

  const explain = (error: unknown, card: Card, place: Place) => {
    if (isApiError(error, 'pipeline.lost-reason-missing'))
      return ask({ kind: 'lost', ids: [card.id], place });
    if (error instanceof ApiError && error.requirements.length > 0) {
      const { requirements, title } = error;
      return ask({ kind: 'refused', deal: card, place, requirements, title });
    }
    if (error instanceof ConflictError) {
      void client.invalidateQueries({ queryKey: keys.deal(card.id) });
    }
    announce(i18n.t('pipeline:board.refused', { title: card.title }));
    notifyError(error);
  };

  /**
   * Moves deals to a place in the order given, the first behind `afterDealId`, each further one behind the one before.
   * True when all went through.
   */
  const move = async (ids: readonly string[], place: Place, details: MoveDetails = {}): Promise<boolean> => {
    const target = stageById(client, place.stageId)?.stage;
    const cards = ids.map((id) => findCard(client, id)).filter((card): card is Card => card !== undefined);
    void client.cancelQueries({ queryKey: ['deal-board'] });
    const tokens: (string | undefined)[] = [];
    const moved: Card[] = [];
    let after = place.afterDealId;
    for (const card of cards) {
      const own = { stageId: place.stageId, afterDealId: after };
      try {
        tokens.push(await moveOne(card, own, details));
        moved.push(card);
        after = card.id;
      } catch (error) {
        explain(error, card, own);
        break;
      }
    }
    refresh(moved.map((card) => card.id));
    const changed = moved.filter((card) => card.stageId !== place.stageId);
    if (changed.length > 0 && target) {
      const key = target.kind === 'open' ? 'pipeline:done.moved' : `pipeline:done.${target.kind}`;
      const values = { count: changed.length, title: changed[0]?.title, stage: target.name };
      offerUndo(i18n.t(changed.length === 1 ? `${key}One` : key, values), tokens, ids);
    }
    return moved.length === cards.length;
  };

  /** Saves some fields. Refusals and conflicts are thrown to whoever shows the field. */
  const patch = (id: string, change: Record<string, unknown>, overwrite = false): Promise<Deal> =>
    whilePending(id, async () => {
      const known = findCard(client, id);
      const send = (ifMatch?: number) =>
        api.change<Deal>('PATCH', `/deals/${id}`, change, ifMatch === undefined ? {} : { ifMatch });
      const { data, undo } = await send(overwrite ? undefined : known?.version).catch((error: unknown) => {
        const theirs = error instanceof ConflictError ? (error.current as Deal | undefined) : undefined;
        // They changed something else: both changes stand.
        if (known && theirs && sameFields(known, theirs, Object.keys(change))) return send(theirs.version);
        if (theirs) storeDeal(client, theirs);
        throw error;
      });
      storeDeal(client, data);
      refresh([id]);
      if ('ownerId' in change)
        offerUndo(
          i18n.t('pipeline:done.assignedOne', { title: data.title, owner: data.owner?.name ?? '–' }),
          [undo],
          [id],
        );
      return data;
    });

  /** One of the acts that only have a name: archive, unarchive, restore; or `trash`. */
  const act = async (ids: readonly string[], name: 'archive' | 'unarchive' | 'restore' | 'trash') => {
    const tokens: (string | undefined)[] = [];
    try {
      for (const id of ids) {
        const { undo } = await (name === 'trash'
          ? api.change<unknown>('DELETE', `/deals/${id}`)
          : api.change<unknown>('POST', `/deals/${id}/${name}`));
        tokens.push(undo);
        if (name === 'trash' || name === 'archive') dropFromBoards(client, id);
      }
      offerUndo(i18n.t(`pipeline:done.${name}`, { count: ids.length }), tokens, ids);
    } catch (error) {
      notifyError(error);
    }
    refreshAll(ids);
  };

  const giveBack = async (
    id: string,
    body: { stageId: string; resumeOn: string; lostReasonId?: string | null; note?: string },
  ) => {
    const { data, undo } = await api.change<Deal>('POST', `/deals/${id}/return`, body);
    storeDeal(client, data);
    offerUndo(i18n.t('pipeline:done.returned', { title: data.title }), [undo], [id]);
    refreshAll([id]);
  };

  const reopen = async (id: string, stageId: string) => {
    const { data, undo } = await api.change<Deal>('POST', `/deals/${id}/reopen`, { stageId });
    storeDeal(client, data);
    offerUndo(i18n.t('pipeline:done.reopened', { title: data.title }), [undo], [id]);
    refreshAll([id]);
  };

  /** Changes many at once: those named, or all that a filter of the list finds. */
  const bulk = async (target: { ids: readonly string[] } | { filter: object }, change: BulkChange) => {
    const answer = await api.post<BulkAnswer>('/deals/bulk', { ...target, change });
    const ids = 'ids' in target ? target.ids : [];
    offerUndo(i18n.t('pipeline:done.bulk', { count: answer.changed }), [answer.undoToken], ids);
    refreshAll(ids);
    return answer;
  };

  return { move, patch, act, giveBack, reopen, bulk, refreshAll };
}

export type Actions = ReturnType<typeof createActions>;

export function useActions(): Actions {
  const client = useQueryClient();
  return useMemo(() => createActions(client), [client]);
}
