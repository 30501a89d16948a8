import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine';
import { preserveOffsetOnSource } from '@atlaskit/pragmatic-drag-and-drop/utils/preserve-offset-on-source';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import classes from './Card.module.css';

export interface Dragged {
  [key: string]: unknown;
  [key: symbol]: unknown;
  type: 'deal';
  id: string;
  stageId: string;
}

export type Target =
  | { type: 'card'; stageId: string; cardId: string; edge: 'top' | 'bottom' }
  | { type: 'column'; stageId: string }
  | { type: 'zone'; zone: 'won' | 'lost' };

export function isDragged(data: Record<string | symbol, unknown>): data is Dragged {
  return data.type === 'deal';
}

/** The innermost thing a card is held over. */
export function targetOf(data: Record<string | symbol, unknown> | undefined): Target | null {
  if (!data) return null;
  if (data.type === 'card') {
    const edge = extractClosestEdge(data) === 'top' ? 'top' : 'bottom';
    return { type: 'card', stageId: String(data.stageId), cardId: String(data.cardId), edge };
  }
  if (data.type === 'column') return { type: 'column', stageId: String(data.stageId) };
  if (data.type === 'zone') return { type: 'zone', zone: data.zone === 'won' ? 'won' : 'lost' };
  return null;
}

/** The card itself, tilted, as the picture under the pointer. */
export function preview(element: HTMLElement, container: HTMLElement, count: number): void {
  const copy = element.cloneNode(true) as HTMLElement;
  copy.classList.add(classes.preview ?? '');
  copy.removeAttribute('style');
  copy.removeAttribute('data-card');
  copy.style.width = `${element.offsetWidth}px`;
  copy.style.height = `${element.offsetHeight}px`;
  if (count > 1) {
    const badge = document.createElement('span');
    badge.className = classes.previewCount ?? '';
    badge.textContent = String(count);
    copy.append(badge);
  }
  const room = document.createElement('div');
  room.className = classes.previewRoom ?? '';
  room.append(copy);
  container.append(room);
}

interface CardHandles {
  element: HTMLElement;
  data: () => Dragged;
  count: () => number;
}

export function makeCard({ element, data, count }: CardHandles): () => void {
  return combine(
    draggable({
      element,
      getInitialData: data,
      onGenerateDragPreview: ({ nativeSetDragImage, location }) => {
        setCustomNativeDragPreview({
          nativeSetDragImage,
          getOffset: preserveOffsetOnSource({ element, input: location.current.input }),
          render: ({ container }) => preview(element, container, count()),
        });
      },
    }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => isDragged(source.data),
      getData: ({ input }) =>
        attachClosestEdge(
          { type: 'card', cardId: data().id, stageId: data().stageId },
          { element, input, allowedEdges: ['top', 'bottom'] },
        ),
    }),
  );
}

export function makeColumn(element: HTMLElement, scroller: HTMLElement, stageId: string): () => void {
  return combine(
    dropTargetForElements({
      element,
      canDrop: ({ source }) => isDragged(source.data),
      getData: () => ({ type: 'column', stageId }),
    }),
    autoScrollForElements({ element: scroller, canScroll: ({ source }) => isDragged(source.data) }),
  );
}

export function makeZone(
  element: HTMLElement,
  zone: 'won' | 'lost',
  onOver: (over: boolean) => void,
): () => void {
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => isDragged(source.data),
    getData: () => ({ type: 'zone', zone }),
    onDragEnter: () => onOver(true),
    onDragLeave: () => onOver(false),
    onDrop: () => onOver(false),
  });
}
