import { describe, expect, it } from 'vitest';
import { daysOf } from './period';
import { drillSearch, readQuestion } from './useQuestion';

describe('a period', () => {
  it('takes whole months, quarters and years, both ends included', () => {
    const today = '2026-11-24';
    expect(daysOf('thisMonth', today)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(daysOf('lastMonth', today)).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(daysOf('thisQuarter', today)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(daysOf('lastQuarter', today)).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(daysOf('thisYear', today)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(daysOf('lastYear', today)).toEqual({ from: '2025-01-01', to: '2025-12-31' });
    expect(daysOf('last12', today)).toEqual({ from: '2025-12-01', to: '2026-11-30' });
    expect(daysOf('all', today)).toEqual({ from: null, to: null });
  });

  it('reaches over the turn of the year', () => {
    expect(daysOf('lastMonth', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(daysOf('lastQuarter', '2026-02-28')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(daysOf('last12', '2024-02-29')).toEqual({ from: '2023-03-01', to: '2024-02-29' });
  });
});

describe('the question in the address', () => {
  it('asks for all time without filters when the address says nothing', () => {
    expect(readQuestion({}, '2026-11-24')).toMatchObject({ period: 'all', asked: {} });
  });

  it('reads own days, a preset before them, and one or several values of a filter', () => {
    const own = readQuestion({ from: '2026-01-05', owner: 'b', team: ['c', 'a'], deal: 'x' }, '2026-11-24');
    expect(own.period).toBe('custom');
    expect(own.asked).toEqual({ from: ['2026-01-05'], owner: ['b'], team: ['a', 'c'] });
    const preset = readQuestion({ period: 'thisYear', from: '2020-01-01' }, '2026-11-24');
    expect(preset.asked).toEqual({ from: ['2026-01-01'], to: ['2026-12-31'] });
  });

  it('ignores what is no day and no preset', () => {
    expect(readQuestion({ period: 'someday', from: 'yesterday', to: 20261124 }, '2026-11-24').asked).toEqual(
      {},
    );
  });

  it('leads to the deals list with single values bare and several as a list', () => {
    expect(drillSearch({ status: ['won', 'lost'], state: ['counted'] })).toEqual({
      status: ['won', 'lost'],
      state: 'counted',
    });
  });
});
