import { describe, expect, it } from 'vitest';
import { Formatter } from '@/ui';
import type { EChartsOption } from '@/ui/chart/Chart';
import type { Look } from '@/ui/chart/look';
import { axisEnd, pointSize } from './calibrationOption';
import {
  atMost,
  leastOff,
  pastOf,
  placeOf,
  rivalOf,
  scoresOf,
  tally,
  tallyOfScore,
  verdictOf,
} from './judge';
import { aScore, RECORD } from './record.samples';
import { dayTicks, type ToldWords, toldOption } from './toldOption';
import { biasText, capital, coverageText, leanOf, shareText } from './words';

const en = new Formatter('en', 'Europe/Warsaw');
const pl = new Formatter('pl', 'Europe/Warsaw');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what came', () => {
  it('lies within the range at its very ends', () => {
    expect(placeOf(100, 100, 220)).toBe('within');
    expect(placeOf(220, 100, 220)).toBe('within');
    expect(placeOf(99.99, 100, 220)).toBe('below');
    expect(placeOf(220.01, 100, 220)).toBe('above');
  });

  it('is counted for the forecasts that are over only', () => {
    const past = pastOf(RECORD, 'quarter') ?? [];
    expect(past).toHaveLength(23);
    expect(tally(past)).toEqual({ over: 22, within: 18, below: 3, above: 1 });
  });

  it('is counted from the scores by whoever may not see amounts', () => {
    expect(tallyOfScore(aScore(), [3, 0, 0, 1])).toEqual({ over: 22, within: 18, below: 3, above: 1 });
  });
});

describe('the verdict on ranges', () => {
  it('adds up the chances of few hits', () => {
    expect(atMost(1, 2, 0.5)).toBeCloseTo(0.75, 12);
    expect(atMost(3, 3, 0.8)).toBeCloseTo(1, 12);
    expect(atMost(0, 4, 0.8)).toBeCloseTo(0.0016, 12);
  });

  it('is given from twenty forecasts on, and allows for luck', () => {
    expect(verdictOf({ within: 5, over: 19 })).toBe('few');
    expect(verdictOf({ within: 16, over: 20 })).toBe('good');
    expect(verdictOf({ within: 13, over: 20 })).toBe('good');
    expect(verdictOf({ within: 12, over: 20 })).toBe('narrow');
    expect(verdictOf({ within: 20, over: 20 })).toBe('wide');
  });
});

describe('the comparison with simple ways', () => {
  it('begins with Nurt', () => {
    expect(scoresOf(RECORD, 'quarter').map(({ method }) => method)).toEqual([
      'nurt',
      'stage_table',
      'run_rate',
      'call',
    ]);
    expect(scoresOf(RECORD, 'd30')).toEqual([]);
  });

  it('leaves out a way that was measured on less than half of the forecasts', () => {
    expect(rivalOf(RECORD.amounts)).toEqual({
      nurt: 0.21,
      rival: { method: 'run_rate', wape: 0.28, nurt: 0.21 },
    });
    expect(leastOff(RECORD.amounts)).toBe('nurt');
  });

  it('admits that a simple way was better, on the forecasts that both told', () => {
    const scores = [aScore(), aScore({ method: 'last_year', origins: 12, wape: 0.22, wapeOfNurt: 0.25 })];
    expect(rivalOf(scores)?.rival).toEqual({ method: 'last_year', wape: 0.22, nurt: 0.25 });
    expect(leastOff(scores)).toBe('last_year');
  });

  it('names no best where there is nothing to compare', () => {
    expect(leastOff([aScore()])).toBeNull();
    expect(leastOff([aScore({ method: 'call' })])).toBeNull();
  });
});

describe('the words of scores', () => {
  it('give shares, their lean and how sure they are', () => {
    expect(shareText(0.213, en)).toBe('21%');
    expect(shareText(0.0213, pl)).toBe('2,1%');
    expect(shareText(null, en)).toBe('–');
    expect(biasText(-0.12, en)).toBe('−12%');
    expect(biasText(0.042, en)).toBe('+4.2%');
    expect(biasText(0.004, en)).toBe('0%');
    expect(leanOf(-0.0049)).toBe('none');
    expect(coverageText(0.82, 0.082, en)).toBe('82% ± 8');
    expect(capital('środek', 'pl-PL')).toBe('Środek');
  });

  it('write the year under the first day of each year', () => {
    expect(
      dayTicks(['2025-12-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'], 'en-GB', 'UTC'),
    ).toEqual(['1 Dec\n2025', '1 Jan\n2026', '1 Feb']);
  });
});

describe('the charts', () => {
  const look = new Proxy({} as Look, { get: (_all, name) => `#${String(name)}` });
  const words: ToldWords = {
    band: 'band',
    hit: 'hit',
    miss: 'miss',
    until: 'until',
    median: 'median',
    range: 'range',
    came: 'came',
    place: (past) => past.place ?? 'open',
    title: (past) => past.asOf,
  };
  const past = (pastOf(RECORD, 'quarter') ?? []).slice(17);
  const option = toldOption(past, 'PLN', { look, format: en, words, narrow: false });
  const series = option.series as Exclude<EChartsOption['series'], undefined | unknown[]>[] as {
    name: string;
    symbol?: string;
    data: unknown[];
  }[];

  it('tell a hit from a miss by the shape of its mark', () => {
    const [band, hit, miss] = series;
    expect(band?.data[0]).toEqual([0, 100000, 150000, 220000]);
    expect([hit?.symbol, miss?.symbol]).toEqual(['circle', 'diamond']);
    expect(hit?.data).toEqual([160000, null, null, null, null, null]);
    expect(miss?.data).toEqual([null, 90000, 80000, 99999, 220001, null]);
  });

  it('say in the tooltip where it came', () => {
    const tooltip = option.tooltip as { formatter: (found: unknown) => HTMLElement };
    expect(plain(tooltip.formatter([{ dataIndex: 4 }]).textContent ?? '')).toContain('PLN 220,001 (above)');
  });

  it('draw groups of more deals larger and end the axes above all points', () => {
    expect(pointSize(100, 100)).toBeGreaterThan(pointSize(25, 100));
    expect(pointSize(0, 100)).toBe(7);
    expect(axisEnd([{ from: 0, to: 0.1, deals: 9, told: 0.05, came: 0.22 }])).toBeCloseTo(0.4, 12);
    expect(axisEnd([])).toBe(0.1);
  });
});
