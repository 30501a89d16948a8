import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { useEffect } from 'react';
import { ask } from '../dialogs/dialogs';
import type { Place } from '../model/boardMove';
import type { BoardScope, Over } from './boardScope';
import { isDragged, type Target, targetOf } from './dnd';

export function overOf(target: Target | null): Over | null {
  if (target?.type === 'card') {
    return { stageId: target.stageId, cardId: target.cardId, edge: target.edge };
  }
  return target?.type === 'column' ? { stageId: target.stageId, cardId: null, edge: null } : null;
}

const same = (a: Over | null, b: Over | null) =>
  a?.stageId === b?.stageId && a?.cardId === b?.cardId && a?.edge === b?.edge;

/** The place that a drop on a target means: behind the nearest card that is not dragged itself. */
export function placeOfDrop(
  target: Target,
  column: readonly string[],
  dragged: ReadonlySet<string>,
): Place | null {
  if (target.type === 'zone') return null;
  const { stageId } = target;
  if (target.type === 'column') {
    return { stageId, afterDealId: column.findLast((id) => !dragged.has(id)) ?? null };
  }
  let at = column.indexOf(target.cardId) - (target.edge === 'top' ? 1 : 0);
  while (at >= 0 && dragged.has(column[at] ?? '')) at -= 1;
  return { stageId, afterDealId: at < 0 ? null : (column[at] ?? null) };
}

/** Ends a drag: what was carried goes where it was let go, or stays. */
export function drop({ scope, idsOf, onMove }: Drops, target: Target | null): void {
  const { store, stages } = scope;
  const dragged = store.get().dragged ?? new Set<string>();
  store.set({ dragged: null, over: null });
  if (!target || dragged.size === 0) return;
  // In the order in which they stand on the board.
  const ids = stages.flatMap((stage) => idsOf(stage.id)).filter((id) => dragged.has(id));
  if (target.type === 'zone') {
    ask({ kind: target.zone, ids });
    return;
  }
  const place = placeOfDrop(target, idsOf(target.stageId), dragged);
  if (place) onMove(ids, place);
}

/** What is carried when a card is taken: it alone, or all that are picked with it. */
export function carried({ store }: BoardScope, id: string): ReadonlySet<string> {
  const { picked } = store.get();
  return picked.has(id) ? picked : new Set([id]);
}

export interface Drops {
  scope: BoardScope;
  idsOf: (stageId: string) => readonly string[];
  onMove: (ids: readonly string[], place: Place) => void;
}

/** Follows a drag over the whole board in one place; cards and columns watch the store for their part of it. */
export function useBoardDrag({ scope, idsOf, onMove }: Drops): void {
  useEffect(() => {
    const { store } = scope;
    const show = (over: Over | null) => {
      if (!same(store.get().over, over)) store.set({ over });
    };
    return monitorForElements({
      canMonitor: ({ source }) => isDragged(source.data),
      onDragStart: ({ source }) => {
        const id = String(source.data.id);
        store.set({ dragged: carried(scope, id), menu: null });
      },
      onDrag: ({ location }) => show(overOf(targetOf(location.current.dropTargets[0]?.data))),
      onDropTargetChange: ({ location }) => show(overOf(targetOf(location.current.dropTargets[0]?.data))),
      onDrop: ({ location }) =>
        drop({ scope, idsOf, onMove }, targetOf(location.current.dropTargets[0]?.data)),
    });
  }, [scope, idsOf, onMove]);
}
