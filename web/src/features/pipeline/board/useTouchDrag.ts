import { type RefObject, useEffect } from 'react';
import boardClasses from './Board.module.css';
import classes from './Card.module.css';
import { preview, type Target } from './dnd';
import { carried, type Drops, drop, overOf } from './useBoardDrag';

/** A finger that rests so long takes the card; one that moves before scrolls. */
export const HOLD_MS = 380;
const SLACK = 10;
/** Near an edge the board scrolls along, so fast at most. */
const EDGE = 44;
const STEP = 9;

interface Spot {
  x: number;
  y: number;
}

const spotOf = (event: TouchEvent): Spot => ({
  x: event.changedTouches[0]?.clientX ?? 0,
  y: event.changedTouches[0]?.clientY ?? 0,
});

/** What lies under the finger. A stage's button in the switcher stands for its column. */
function targetAt({ x, y }: Spot): Target | null {
  const under = document.elementFromPoint(x, y);
  const zone = under?.closest<HTMLElement>('[data-zone]')?.dataset.zone;
  if (zone) return { type: 'zone', zone: zone === 'won' ? 'won' : 'lost' };
  const stageId = under?.closest<HTMLElement>('[data-stage]')?.dataset.stage;
  if (!stageId) return null;
  const card = under?.closest<HTMLElement>('[data-card]');
  if (!card?.dataset.card) return { type: 'column', stageId };
  const { top, height } = card.getBoundingClientRect();
  return { type: 'card', stageId, cardId: card.dataset.card, edge: y < top + height / 2 ? 'top' : 'bottom' };
}

function scrollNear(board: HTMLElement, { x, y }: Spot): void {
  const frame = board.getBoundingClientRect();
  if (x < frame.left + EDGE) board.scrollLeft -= STEP;
  else if (x > frame.right - EDGE) board.scrollLeft += STEP;
  const column = document.elementFromPoint(x, y)?.closest(`.${boardClasses.scroller}`);
  if (!column) return;
  const box = column.getBoundingClientRect();
  if (y < box.top + EDGE) column.scrollTop -= STEP;
  else if (y > box.bottom - EDGE) column.scrollTop += STEP;
}

/** One card from the moment a finger rests on it until it is let go. */
function carry(card: HTMLElement, from: Spot, board: HTMLElement, drops: Drops) {
  const { store } = drops.scope;
  const box = card.getBoundingClientRect();
  const ids = carried(drops.scope, card.dataset.card ?? '');
  const picture = document.createElement('div');
  picture.className = classes.inHand ?? '';
  picture.ariaHidden = 'true';
  preview(card, picture, ids.size);
  document.body.append(picture);
  store.set({ dragged: ids, menu: null });
  navigator.vibrate?.(12);
  let at = from;
  const show = () => {
    picture.style.transform = `translate(${box.left + at.x - from.x}px, ${box.top + at.y - from.y}px)`;
    const over = overOf(targetAt(at));
    const now = store.get().over;
    const same = now?.stageId === over?.stageId && now?.cardId === over?.cardId && now?.edge === over?.edge;
    if (!same) store.set({ over });
  };
  let frame = 0;
  const follow = () => {
    scrollNear(board, at);
    show();
    frame = requestAnimationFrame(follow);
  };
  follow();
  return {
    to: (spot: Spot) => {
      at = spot;
    },
    /** Without a spot everything stays as it was. */
    end: (spot: Spot | null) => {
      cancelAnimationFrame(frame);
      const target = spot && targetAt(spot);
      picture.remove();
      drop(drops, target);
    },
  };
}

/** Moves cards by touch: a long press takes one, the finger carries it. The browsers' own dragging differs too much there. */
export function useTouchDrag(frame: RefObject<HTMLElement | null>, { scope, idsOf, onMove }: Drops): void {
  useEffect(() => {
    const board = frame.current;
    if (!board || !scope.canWrite) return;
    let touching = false;
    let stop = () => {};
    const begin = (down: TouchEvent) => {
      stop();
      const under = down.target as HTMLElement;
      const card = under.closest<HTMLElement>('[data-card]');
      if (down.touches.length !== 1 || !card || under.closest('button')) return;
      const from = spotOf(down);
      let held: ReturnType<typeof carry> | null = null;
      const timer = setTimeout(() => {
        held = carry(card, from, board, { scope, idsOf, onMove });
      }, HOLD_MS);
      const move = (event: TouchEvent) => {
        const at = spotOf(event);
        if (held) {
          event.preventDefault();
          held.to(at);
        } else if (Math.hypot(at.x - from.x, at.y - from.y) > SLACK) stop();
      };
      const end = (event: TouchEvent) => {
        // No click follows: it would open the card.
        if (held) event.preventDefault();
        held?.end(event.type === 'touchend' ? spotOf(event) : null);
        held = null;
        stop();
      };
      // On the touched element itself: it may scroll out of the board, and with it out of its listeners.
      under.addEventListener('touchmove', move, { passive: false });
      under.addEventListener('touchend', end);
      under.addEventListener('touchcancel', end);
      touching = true;
      // The browser's own dragging would take it as well.
      card.draggable = false;
      stop = () => {
        clearTimeout(timer);
        card.draggable = true;
        held?.end(null);
        held = null;
        under.removeEventListener('touchmove', move);
        under.removeEventListener('touchend', end);
        under.removeEventListener('touchcancel', end);
        touching = false;
        stop = () => {};
      };
    };
    // What a long press means elsewhere; the menu has a button of its own.
    const swallow = (event: Event) => {
      if (!touching) return;
      event.preventDefault();
      event.stopPropagation();
    };
    board.addEventListener('touchstart', begin, { passive: true });
    board.addEventListener('contextmenu', swallow, { capture: true });
    return () => {
      stop();
      board.removeEventListener('touchstart', begin);
      board.removeEventListener('contextmenu', swallow, { capture: true });
    };
  }, [frame, scope, idsOf, onMove]);
}
