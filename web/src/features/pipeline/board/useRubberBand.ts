import { type RefObject, useEffect } from 'react';
import type { BoardScope } from './boardScope';

/** A hand that trembles is not a band yet. */
const LEAST = 5;

interface Spot {
  x: number;
  y: number;
}

function boxOf(a: Spot, b: Spot) {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  };
}

/** The cards in sight that the band touches. */
function touched(board: HTMLElement, band: ReturnType<typeof boxOf>): string[] {
  const ids: string[] = [];
  for (const card of board.querySelectorAll<HTMLElement>('[data-card]')) {
    const box = card.getBoundingClientRect();
    const meets =
      box.left < band.right && box.right > band.left && box.top < band.bottom && box.bottom > band.top;
    if (meets && card.dataset.card) ids.push(card.dataset.card);
  }
  return ids;
}

/** Whether a press began on bare ground: not on a card, a control or a scrollbar. */
function bareGround(event: PointerEvent): boolean {
  const target = event.target as HTMLElement;
  if (event.pointerType !== 'mouse' || event.button !== 0) return false;
  if (target.closest('[data-card], button, a, header')) return false;
  const box = target.getBoundingClientRect();
  return event.clientX < box.left + target.clientWidth && event.clientY < box.top + target.clientHeight;
}

/** Picks cards by drawing a band around them with the mouse, beginning beside them. With shift or ctrl it adds. */
export function useRubberBand(frame: RefObject<HTMLElement | null>, scope: BoardScope, className: string) {
  const { store, canWrite } = scope;
  useEffect(() => {
    const board = frame.current;
    if (!board || !canWrite) return;
    const begin = (down: PointerEvent) => {
      if (!bareGround(down)) return;
      const from = { x: down.clientX, y: down.clientY };
      const kept = down.shiftKey || down.ctrlKey || down.metaKey ? store.get().picked : new Set<string>();
      let band: HTMLElement | null = null;
      const draw = (move: PointerEvent) => {
        const to = { x: move.clientX, y: move.clientY };
        if (!band && Math.hypot(to.x - from.x, to.y - from.y) < LEAST) return;
        if (!band) {
          band = document.createElement('div');
          band.className = className;
          document.body.append(band);
        }
        move.preventDefault();
        const box = boxOf(from, to);
        band.style.transform = `translate(${box.left}px, ${box.top}px)`;
        band.style.width = `${box.right - box.left}px`;
        band.style.height = `${box.bottom - box.top}px`;
        const ids = touched(board, box);
        const { picked } = store.get();
        const next = new Set([...kept, ...ids]);
        const same = next.size === picked.size && [...next].every((id) => picked.has(id));
        if (!same) store.set({ picked: next, anchor: ids[0] ?? null });
      };
      const swallow = (click: MouseEvent) => click.stopPropagation();
      const end = () => {
        window.removeEventListener('pointermove', draw);
        window.removeEventListener('pointerup', end);
        window.removeEventListener('pointercancel', end);
        if (!band) return;
        band.remove();
        // The click that follows would clear what was picked.
        window.addEventListener('click', swallow, { capture: true, once: true });
        window.setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
      };
      window.addEventListener('pointermove', draw);
      window.addEventListener('pointerup', end);
      window.addEventListener('pointercancel', end);
    };
    board.addEventListener('pointerdown', begin);
    return () => board.removeEventListener('pointerdown', begin);
  }, [frame, store, canWrite, className]);
}
