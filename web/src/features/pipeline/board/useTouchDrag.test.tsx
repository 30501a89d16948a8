import { fireEvent, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Place } from '../model/boardMove';
import { samplePipeline } from '../samples';
import { type BoardScope, createBoardStore } from './boardScope';
import { PLAIN_LOOK } from './cardLook';
import { HOLD_MS, useTouchDrag } from './useTouchDrag';

const CARDS: Record<string, string[]> = { a: ['1', '2'], b: ['3'] };
const idsOf = (stageId: string) => CARDS[stageId] ?? [];
const moved = vi.fn<(ids: readonly string[], place: Place) => void>();
let scope: BoardScope;

function Board() {
  const frame = useRef<HTMLDivElement>(null);
  useTouchDrag(frame, { scope, idsOf, onMove: moved });
  return (
    <div ref={frame}>
      {Object.entries(CARDS).map(([stage, ids]) => (
        <section key={stage} data-stage={stage} data-testid={stage}>
          {ids.map((id) => (
            <article key={id} data-card={id}>
              Deal {id}
              <button type="button">Menu {id}</button>
            </article>
          ))}
        </section>
      ))}
    </div>
  );
}

const finger = (x: number, y: number) => ({
  touches: [{ clientX: x, clientY: y }],
  changedTouches: [{ clientX: x, clientY: y }],
});
const card = (id: string) => document.querySelector(`section [data-card="${id}"]`) as HTMLElement;
/** What lies under the finger from now on; the page has no layout in tests. */
const under = (element: Element) => {
  document.elementFromPoint = () => element;
};

beforeEach(() => {
  vi.useFakeTimers();
  moved.mockClear();
  scope = {
    pipeline: samplePipeline,
    stages: samplePipeline.stages.filter((stage) => stage.kind === 'open'),
    filters: {},
    currency: 'PLN',
    canWrite: true,
    look: PLAIN_LOOK,
    store: createBoardStore(),
    open: () => {},
    columns: new Map(),
  };
});
afterEach(() => {
  vi.useRealTimers();
});

function hold(id: string) {
  under(card(id));
  fireEvent.touchStart(card(id), finger(10, 10));
  vi.advanceTimersByTime(HOLD_MS + 1);
}

it('carries a card that is held to where the finger lets it go, and opens nothing', () => {
  render(<Board />);
  hold('1');
  expect(scope.store.get().dragged).toEqual(new Set(['1']));
  under(screen.getByTestId('b'));
  expect(fireEvent.touchMove(card('1'), finger(200, 40))).toBe(false);
  vi.advanceTimersByTime(50);
  expect(scope.store.get().over).toEqual({ stageId: 'b', cardId: null, edge: null });
  expect(fireEvent.touchEnd(card('1'), finger(200, 40))).toBe(false);
  expect(moved).toHaveBeenCalledWith(['1'], { stageId: 'b', afterDealId: '3' });
  expect(scope.store.get().dragged).toBeNull();
});

it('takes all picked cards along', () => {
  render(<Board />);
  scope.store.set({ picked: new Set(['1', '2']) });
  hold('2');
  under(screen.getByTestId('b'));
  fireEvent.touchEnd(card('2'), finger(200, 40));
  expect(moved).toHaveBeenCalledWith(['1', '2'], { stageId: 'b', afterDealId: '3' });
});

it('leaves a finger that moves at once to scrolling, and a tap to opening', () => {
  render(<Board />);
  fireEvent.touchStart(card('1'), finger(10, 10));
  expect(fireEvent.touchMove(card('1'), finger(10, 60))).toBe(true);
  vi.advanceTimersByTime(HOLD_MS + 1);
  expect(scope.store.get().dragged).toBeNull();
  fireEvent.touchStart(card('1'), finger(10, 10));
  expect(fireEvent.touchEnd(card('1'), finger(10, 10))).toBe(true);
  vi.advanceTimersByTime(HOLD_MS + 1);
  expect(scope.store.get().dragged).toBeNull();
  expect(moved).not.toHaveBeenCalled();
});

it('puts the card back when the touch is broken off', () => {
  render(<Board />);
  hold('1');
  under(screen.getByTestId('b'));
  fireEvent.touchCancel(card('1'), finger(200, 40));
  expect(scope.store.get().dragged).toBeNull();
  expect(moved).not.toHaveBeenCalled();
});

it('keeps the menu of a long press away, but not from a mouse', () => {
  render(<Board />);
  expect(fireEvent.contextMenu(card('1'))).toBe(true);
  hold('1');
  expect(fireEvent.contextMenu(card('1'))).toBe(false);
  fireEvent.touchCancel(card('1'), finger(10, 10));
});

it('is not for those who only read', () => {
  scope = { ...scope, canWrite: false };
  render(<Board />);
  hold('1');
  expect(scope.store.get().dragged).toBeNull();
});
