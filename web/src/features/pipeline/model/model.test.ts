import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { keys } from '../api';
import { sampleCard } from '../samples';
import type { BoardTotals, Card, Column, Deal, Stage } from '../types';
import { carry, type Grid, nextFocus, rangeOf } from './boardKeys';
import {
  afterOf,
  arrived,
  type Lifted,
  movedTotals,
  placeOf,
  shownCards,
  withCard,
  without,
} from './boardMove';
import { storeDeal } from './cache';
import { add, negate, ratio, readAmount, share } from './decimal';
import { BOARD_FILTERS, countFilters, readFilters, sameFilters, setFilter, writeFilters } from './filters';
import { groupFilters } from './groups';
import { stepsFrom } from './walk';

const card = sampleCard;

const column = (...ids: string[]): Column => ({ cards: ids.map((id) => card(id)), next: null });
const idsOf = (cards: readonly Card[]) => cards.map((each) => each.id).join('');

describe('amounts', () => {
  it('are added without losing a digit', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(add('9999999999999.9999', '0.0001')).toBe('10000000000000');
    expect(add('5', negate('7.5'))).toBe('-2.5');
  });

  it('are weighted by a probability', () => {
    expect(share('1000', 0.45)).toBe('450');
    expect(share('0', 0.9)).toBe('0');
  });

  it('have a share of a whole, which is none of nothing', () => {
    expect(ratio('25', '100')).toBe(0.25);
    expect(ratio('25', '0')).toBe(0);
  });

  it('are understood as people of either language type them', () => {
    expect(readAmount('1 234,50')).toBe('1234.5');
    expect(readAmount('1,234.50')).toBe('1234.5');
    expect(readAmount('1.234.567')).toBe('1234567');
    expect(readAmount('12000')).toBe('12000');
    expect(readAmount('twelve')).toBeNull();
    expect(readAmount('')).toBeNull();
  });
});

describe('a moved card', () => {
  it('stands right behind the card it was dropped on', () => {
    expect(idsOf(withCard(column('1', '2', '3'), card('9'), '2').cards)).toBe('1293');
  });

  it('stands on top when dropped before the first', () => {
    expect(idsOf(withCard(column('1', '2'), card('9'), null).cards)).toBe('912');
  });

  it('changes its place within a column without being doubled', () => {
    expect(idsOf(withCard(column('1', '2', '3'), card('1'), '3').cards)).toBe('231');
  });

  it('is left to the next page when its neighbour is not loaded', () => {
    expect(idsOf(withCard(column('1', '2'), card('9'), '77').cards)).toBe('12');
  });

  it('begins anew in its stage, but not when it stays', () => {
    expect(arrived(card('1'), 'b', '2026-11-24T00:00:00Z')).toMatchObject({
      stageId: 'b',
      daysInStage: 0,
      rotting: false,
    });
    const same = card('1');
    expect(arrived(same, 'a', '2026-11-24T00:00:00Z')).toBe(same);
  });

  it('can be put back exactly where it was', () => {
    const before = column('1', '2', '3');
    const after = without(before, new Set(['2']));
    expect(idsOf(withCard(after, card('2'), placeOf(before, '2')).cards)).toBe('123');
    expect(placeOf(before, '1')).toBeNull();
  });
});

describe('totals', () => {
  const totals = (stageId: string, count: number, total: string, weighted: string) => ({
    stageId,
    count,
    total,
    weighted,
    currencyMixed: false,
    unvalued: 1,
  });
  const board: BoardTotals = {
    pipelineId: 'p',
    currency: 'PLN',
    stages: [totals('a', 3, '300', '30'), totals('b', 1, '50.5', '25.25')],
  };
  const stages = [
    { id: 'a', probability: 0.1 },
    { id: 'b', probability: 0.5 },
  ] as Stage[];

  it('follow a move at once', () => {
    const after = movedTotals(board, card('1'), 'a', 'b', stages).stages;
    expect(after[0]).toMatchObject({ count: 2, total: '200', weighted: '20' });
    expect(after[1]).toMatchObject({ count: 2, total: '150.5', weighted: '75.25' });
  });

  it('come back to the same figures when the move is taken back', () => {
    const there = movedTotals(board, card('1'), 'a', 'b', stages);
    expect(movedTotals(there, card('1'), 'b', 'a', stages)).toEqual(board);
  });

  it('count a card in another currency, but leave its value to the server', () => {
    const after = movedTotals(board, card('1', { currency: 'EUR' }), 'a', 'b', stages).stages;
    expect(after[1]).toMatchObject({ count: 2, total: '50.5' });
  });

  it('count a card without an amount among those without a value', () => {
    const after = movedTotals(board, card('1', { amount: null }), 'a', 'b', stages).stages;
    expect(after[0]).toMatchObject({ count: 2, total: '300', unvalued: 0 });
    expect(after[1]).toMatchObject({ unvalued: 2 });
  });

  it('stay as they are when a card only changes its place in a column', () => {
    expect(movedTotals(board, card('1'), 'a', 'a', stages)).toBe(board);
  });

  it('lose a card that is won', () => {
    expect(movedTotals(board, card('1'), 'a', 'won', stages).stages[0]).toMatchObject({ count: 2 });
  });
});

const cells: Record<string, string[]> = { a: ['1', '2', '3'], b: [], c: ['4', '5'] };
const grid: Grid = { stageIds: ['a', 'b', 'c'], cards: (stageId) => cells[stageId] ?? [] };

describe('arrows', () => {
  it('go up and down a column and stop at its ends', () => {
    expect(nextFocus(grid, '1', 'ArrowDown')).toBe('2');
    expect(nextFocus(grid, '1', 'ArrowUp')).toBe('1');
    expect(nextFocus(grid, '1', 'End')).toBe('3');
    expect(nextFocus(grid, '3', 'Home')).toBe('1');
  });

  it('step over columns without cards', () => {
    expect(nextFocus(grid, '3', 'ArrowRight')).toBe('5');
    expect(nextFocus(grid, '4', 'ArrowLeft')).toBe('1');
    expect(nextFocus(grid, '4', 'ArrowRight')).toBe('4');
  });

  it('begin at the first card when none has the focus', () => {
    expect(nextFocus(grid, null, 'ArrowRight')).toBe('1');
    expect(nextFocus(grid, 'gone', 'ArrowDown')).toBe('1');
  });

  it('pick a range within a column only', () => {
    expect(rangeOf(grid, '1', '3')).toEqual(['1', '2', '3']);
    expect(rangeOf(grid, '3', '2')).toEqual(['2', '3']);
    expect(rangeOf(grid, '1', '4')).toEqual(['4']);
  });
});

describe('a lifted card', () => {
  const lifted: Lifted = { card: card('2'), stageId: 'a', index: 1 };

  it('is carried into empty columns too', () => {
    const there = carry(grid, lifted, 'ArrowRight');
    expect(there).toMatchObject({ stageId: 'b', index: 0 });
    expect(carry(grid, there, 'ArrowRight')).toMatchObject({ stageId: 'c', index: 0 });
  });

  it('stays within the board', () => {
    expect(carry(grid, lifted, 'ArrowLeft')).toBe(lifted);
    expect(carry(grid, { ...lifted, index: 2 }, 'ArrowDown').index).toBe(2);
    expect(carry(grid, { ...lifted, index: 0 }, 'ArrowUp').index).toBe(0);
  });

  it('is shown where it is carried and nowhere else', () => {
    const a = column('1', '2', '3').cards;
    const there = { ...lifted, stageId: 'c', index: 1 };
    expect(idsOf(shownCards(a, 'a', there))).toBe('13');
    expect(idsOf(shownCards(column('4', '5').cards, 'c', there))).toBe('425');
    const others = column('4').cards;
    expect(shownCards(others, 'b', there)).toBe(others);
  });

  it('knows behind which card it would be put down', () => {
    const a = column('1', '2', '3').cards;
    expect(afterOf(a, { ...lifted, index: 0 })).toBeNull();
    expect(afterOf(a, { ...lifted, index: 1 })).toBe('1');
    expect(afterOf(a, { ...lifted, index: 2 })).toBe('3');
  });
});

describe('filters in the address', () => {
  it('are read whether they stand alone, in a list or as numbers', () => {
    const search = { owner: ['b', 'a'], q: 2026, amountFrom: 100, deal: 'x', closeTo: '' };
    expect(readFilters(search)).toEqual({ owner: ['a', 'b'], q: ['2026'], amountFrom: ['100'] });
  });

  it('take custom fields along, but not on the board', () => {
    const search = { 'custom.hall': 'B', owner: 'a' };
    expect(readFilters(search)).toEqual({ 'custom.hall': ['B'], owner: ['a'] });
    expect(readFilters(search, BOARD_FILTERS)).toEqual({ owner: ['a'] });
  });

  it('leave the rest of the address alone when written', () => {
    const search = { deal: 'x', owner: 'old', 'custom.hall': 'A' };
    expect(writeFilters(search, { tag: ['urgent'], stage: ['1', '2'] })).toEqual({
      deal: 'x',
      tag: 'urgent',
      stage: ['1', '2'],
    });
  });

  it('survive being written and read', () => {
    const filters = { owner: ['a', 'b'], q: ['forklift'] };
    expect(readFilters(writeFilters({}, filters))).toEqual(filters);
  });

  it('are taken away by setting nothing', () => {
    expect(setFilter({ owner: ['a'], q: ['x'] }, 'owner', [])).toEqual({ q: ['x'] });
  });

  it('count a range once', () => {
    expect(countFilters({ closeFrom: ['1'], closeTo: ['2'], owner: ['a'], q: ['x'] }, ['q'])).toBe(2);
  });

  it('are the same in any order', () => {
    expect(sameFilters({ a: ['1'], b: ['2'] }, { b: ['2'], a: ['1'] })).toBe(true);
    expect(sameFilters({ a: ['1'] }, { a: ['1', '2'] })).toBe(false);
  });
});

describe('the walk through a view', () => {
  it('leads to the neighbours and ends at the ends', () => {
    expect(stepsFrom('2', ['1', '2', '3'])).toEqual({ previous: '1', next: '3', place: 2, count: 3 });
    expect(stepsFrom('1', ['1', '2']).previous).toBeNull();
    expect(stepsFrom('9', ['1']).count).toBe(0);
  });
});

describe('groups of the list', () => {
  it('narrow the filters to what a group has in common', () => {
    expect(groupFilters('owner', 'u1', { owner: ['u1', 'u2'], q: ['a'] })).toEqual({
      owner: ['u1'],
      q: ['a'],
    });
    expect(groupFilters('source', null, {})).toEqual({ source: ['none'] });
    expect(groupFilters('closeMonth', null, {})).toEqual({ close: ['none'] });
  });

  it('keep a month within the days that are asked for', () => {
    expect(groupFilters('closeMonth', '2028-02', {})).toEqual({
      closeFrom: ['2028-02-01'],
      closeTo: ['2028-02-29'],
    });
    expect(
      groupFilters('closeMonth', '2028-02', { closeFrom: ['2028-02-10'], closeTo: ['2028-03-31'] }),
    ).toEqual({ closeFrom: ['2028-02-10'], closeTo: ['2028-02-29'] });
  });
});

describe('an amount as it is typed', () => {
  it('takes one mark before three digits as thousands in either style, and others as decimals', () => {
    expect(readAmount('20,000')).toBe('20000');
    expect(readAmount('20.000')).toBe('20000');
    expect(readAmount('12,5')).toBe('12.5');
    expect(readAmount('0,125')).toBe('0.125');
  });
});

describe('deals kept under one key', () => {
  it('stores a deal although a question without pages is kept beside the lists', () => {
    const client = new QueryClient();
    client.setQueryData(['deals', 'home', 'mine', 'u1', '2026-11-24'], {
      none: false,
      cut: false,
      deals: [],
    });
    expect(() => storeDeal(client, { id: 'd1', version: 2 } as Deal)).not.toThrow();
    expect(client.getQueryData<Deal>(keys.deal('d1'))?.version).toBe(2);
  });
});
