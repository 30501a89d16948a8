import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine';
import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';

interface Sortable {
  row: HTMLElement;
  grip: HTMLElement;
  index: number;
  /** Where the row in hand would land, to draw a line there. */
  onEdge: (edge: 'top' | 'bottom' | null) => void;
  onMove: (from: number, to: number) => void;
}

const TYPE = 'import-stage';

/** The place a row ends at when it is dropped above or below another: taking it out first shifts what follows. */
export function landing(from: number, over: number, edge: 'top' | 'bottom'): number {
  const gap = edge === 'top' ? over : over + 1;
  return from < gap ? gap - 1 : gap;
}

/** Makes a row of a list one that is dragged by its grip and dropped between the others. */
export function sortable({ row, grip, index, onEdge, onMove }: Sortable): () => void {
  const edgeOf = (data: Record<string | symbol, unknown>) =>
    extractClosestEdge(data) === 'top' ? 'top' : 'bottom';
  return combine(
    draggable({
      element: row,
      dragHandle: grip,
      getInitialData: () => ({ type: TYPE, index }),
      onDragStart: () => row.setAttribute('data-dragged', ''),
      onDrop: () => row.removeAttribute('data-dragged'),
    }),
    dropTargetForElements({
      element: row,
      canDrop: ({ source }) => source.data.type === TYPE,
      getData: ({ input }) => attachClosestEdge({}, { element: row, input, allowedEdges: ['top', 'bottom'] }),
      onDrag: ({ self, source }) => onEdge(source.data.index === index ? null : edgeOf(self.data)),
      onDragLeave: () => onEdge(null),
      onDrop: ({ self, source }) => {
        onEdge(null);
        onMove(Number(source.data.index), landing(Number(source.data.index), index, edgeOf(self.data)));
      },
    }),
  );
}
