import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/ui';
import { keys } from '../api';
import { type Arrow, carry, type Grid, isArrow, nextFocus, rangeOf } from '../model/boardKeys';
import { afterOf, type Lifted, type Place } from '../model/boardMove';
import type { BoardTotals, Card, Column } from '../types';
import type { BoardScope } from './boardScope';

function cardsOf(client: QueryClient, scope: BoardScope, stageId: string): readonly Card[] {
  const key = keys.column(scope.pipeline.id, scope.filters, stageId);
  return client.getQueryData<Column>(key)?.cards ?? [];
}

export function gridOf(client: QueryClient, scope: BoardScope): Grid {
  return {
    stageIds: scope.stages.map((stage) => stage.id),
    cards: (stageId) => cardsOf(client, scope, stageId).map((card) => card.id),
  };
}

/** Brings a card into sight and gives it the focus, once its column has drawn it. */
export function focusCard(scope: BoardScope, stageId: string, index: number, id: string): void {
  scope.store.set({ focused: id });
  scope.columns.get(stageId)?.reveal(index);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const face = document.querySelector<HTMLElement>(`[data-card-face="${id}"]`);
      face?.focus({ preventScroll: true });
      face?.closest('section')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }),
  );
}

/** The whole board by keyboard: arrows go from card to card, space lifts, arrows carry, space puts down. */
export function useBoardKeys(scope: BoardScope, onMove: (ids: readonly string[], place: Place) => void) {
  const { t } = useTranslation('pipeline');
  const client = useQueryClient();
  const { store, stages, canWrite } = scope;

  const say = useCallback(
    (key: string, lifted: Lifted) => {
      const stage = stages.find((each) => each.id === lifted.stageId)?.name ?? '';
      const board = client.getQueryData<BoardTotals>(keys.board(scope.pipeline.id, scope.filters));
      const counted = board?.stages.find((each) => each.stageId === lifted.stageId)?.count ?? 0;
      const count = counted + (lifted.card.stageId === lifted.stageId ? 0 : 1);
      announce(t(key, { title: lifted.card.title, stage, place: lifted.index + 1, count }));
    },
    [client, scope, stages, t],
  );

  const walk = (key: Arrow, extend: boolean) => {
    const grid = gridOf(client, scope);
    const { focused, anchor, picked } = store.get();
    const to = nextFocus(grid, focused, key);
    if (to === null) return;
    const stageId = grid.stageIds.find((each) => grid.cards(each).includes(to)) ?? '';
    if (extend && canWrite) {
      const from = picked.size > 0 ? anchor : focused;
      store.set({ anchor: from, picked: new Set([...(from ? [from] : []), ...rangeOf(grid, from, to)]) });
    }
    focusCard(scope, stageId, grid.cards(stageId).indexOf(to), to);
  };

  const lift = () => {
    const { focused } = store.get();
    for (const stage of stages) {
      const cards = cardsOf(client, scope, stage.id);
      const index = cards.findIndex((card) => card.id === focused);
      const card = cards[index];
      if (!card) continue;
      const lifted = { card, stageId: stage.id, index };
      store.set({ lifted });
      say('board.lifted', lifted);
    }
  };

  const carryOn = (key: Arrow, lifted: Lifted) => {
    const next = carry(gridOf(client, scope), lifted, key);
    if (next.stageId === lifted.stageId && next.index === lifted.index) return;
    store.set({ lifted: next });
    say('board.carried', next);
    focusCard(scope, next.stageId, next.index, next.card.id);
  };

  const putDown = (lifted: Lifted) => {
    const cards = cardsOf(client, scope, lifted.stageId);
    const place = { stageId: lifted.stageId, afterDealId: afterOf(cards, lifted) };
    const before = cards.findIndex((card) => card.id === lifted.card.id);
    store.set({ lifted: null });
    say('board.dropped', lifted);
    if (lifted.card.stageId !== lifted.stageId || before !== lifted.index) onMove([lifted.card.id], place);
    focusCard(scope, lifted.stageId, lifted.index, lifted.card.id);
  };

  const giveUp = (lifted: Lifted) => {
    store.set({ lifted: null });
    announce(t('board.cancelled', { title: lifted.card.title }));
    const home = cardsOf(client, scope, lifted.card.stageId).findIndex((card) => card.id === lifted.card.id);
    focusCard(scope, lifted.card.stageId, Math.max(0, home), lifted.card.id);
  };

  /** While a card is in the air all keys are about it, wherever the focus is: between two columns it is nowhere for a moment. */
  const onLiftedKey = (event: globalThis.KeyboardEvent) => {
    const { lifted } = store.get();
    if (!lifted || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isArrow(event.key)) carryOn(event.key, lifted);
    else if (event.key === ' ' || event.key === 'Enter') putDown(lifted);
    else if (event.key === 'Escape') giveUp(lifted);
    else if (event.key === 'Tab') return giveUp(lifted);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const latest = useRef(onLiftedKey);
  latest.current = onLiftedKey;
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => latest.current(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);

  const toggle = (id: string) => {
    const next = new Set(store.get().picked);
    if (!next.delete(id)) next.add(id);
    store.set({ picked: next, anchor: id, focused: id });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || !target.closest('[data-card]')) return;
    const { focused, picked } = store.get();
    const onFace = target.dataset.cardFace !== undefined;
    if (isArrow(event.key)) walk(event.key, event.shiftKey);
    else if (event.key === ' ' && onFace && canWrite) lift();
    else if (event.key === 'Enter' && onFace && focused) scope.open(focused);
    else if (event.key.toLowerCase() === 'x' && onFace && canWrite && focused) toggle(focused);
    else if (event.key === 'Escape' && picked.size > 0) store.set({ picked: new Set() });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onClick = (event: MouseEvent) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')?.dataset.card;
    if (!id || !canWrite || !(event.shiftKey || event.ctrlKey || event.metaKey)) {
      if (!id && store.get().picked.size > 0) store.set({ picked: new Set() });
      return;
    }
    if (!event.shiftKey) return toggle(id);
    const { anchor, focused, picked } = store.get();
    const next = new Set([...picked, ...rangeOf(gridOf(client, scope), anchor ?? focused, id)]);
    store.set({ picked: next, anchor: id, focused: id });
  };

  return { onKeyDown, onClick };
}
