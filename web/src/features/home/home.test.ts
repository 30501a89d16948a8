import { describe, expect, it } from 'vitest';
import { dayIn, endOfMonth, lastMonth, lastMonthToDate, partOfDay } from './days';
import { type HomeDeal, need, worklist } from './work';

const TODAY = '2026-11-24';

function deal(id: string, parts: Partial<HomeDeal>): HomeDeal {
  return {
    id,
    title: id,
    company: null,
    owner: null,
    amount: null,
    currency: 'PLN',
    expectedClose: null,
    nextStep: 'Call',
    nextStepOn: '2026-12-10',
    resumeOn: null,
    ...parts,
  };
}

describe('days', () => {
  it('are those of the zone', () => {
    expect(dayIn('Europe/Warsaw', new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24');
  });

  it('know the ends of months, also of February', () => {
    expect(endOfMonth('2028-02-03')).toBe('2028-02-29');
    expect(lastMonth('2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });

  it('compare a month with as much of the one before, and no more', () => {
    expect(lastMonthToDate(TODAY)).toEqual({ from: '2026-10-01', to: '2026-10-24' });
    expect(lastMonthToDate('2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  });

  it('have their parts where the person is', () => {
    const early = new Date('2026-11-24T06:30:00Z');
    expect(partOfDay('Europe/Warsaw', early)).toBe('morning');
    expect(partOfDay('Asia/Tokyo', early)).toBe('day');
  });
});

describe('the work of a day', () => {
  it('lists each deal once, under what presses most', () => {
    expect(need(deal('a', { nextStepOn: '2026-11-20', expectedClose: '2026-11-25' }), TODAY)).toBe('overdue');
    expect(need(deal('b', { nextStepOn: TODAY }), TODAY)).toBe('today');
    expect(need(deal('c', { nextStep: null, nextStepOn: null }), TODAY)).toBe('noStep');
    expect(need(deal('d', { expectedClose: '2026-11-30' }), TODAY)).toBe('closing');
    expect(need(deal('e', { expectedClose: '2026-12-01' }), TODAY)).toBeNull();
  });

  it('leaves alone what rests on purpose', () => {
    expect(need(deal('a', { nextStepOn: '2026-11-20', resumeOn: '2027-01-10' }), TODAY)).toBeNull();
    expect(need(deal('a', { nextStepOn: '2026-11-20', resumeOn: TODAY }), TODAY)).toBe('overdue');
  });

  it('puts the longest overdue first, and deals without a date last', () => {
    const lists = worklist(
      [
        deal('late', { nextStepOn: '2026-11-22' }),
        deal('later', { nextStepOn: '2026-11-02' }),
        deal('dateless', { nextStep: null, nextStepOn: null }),
        deal('dated', { nextStep: null, nextStepOn: null, expectedClose: '2027-02-01' }),
      ],
      TODAY,
    );
    expect(lists.overdue.map((each) => each.id)).toEqual(['later', 'late']);
    expect(lists.noStep.map((each) => each.id)).toEqual(['dated', 'dateless']);
  });
});
