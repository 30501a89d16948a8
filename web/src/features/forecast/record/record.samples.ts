import type { AmountScore, Told, TrackRecord } from './api';

export const aTold = (more: Partial<Told> = {}): Told => ({
  horizon: 'quarter',
  until: '2026-09-30',
  p10: '100000',
  p50: '150000',
  p90: '220000',
  mean: '155000',
  came: null,
  pit: null,
  baselines: {
    stage_table: '180000',
    stage_rate: null,
    last_year: null,
    run_rate: '140000',
    commit: null,
    call: null,
  },
  ...more,
});

export const aScore = (more: Partial<AmountScore> = {}): AmountScore => ({
  horizon: 'quarter',
  method: 'nurt',
  origins: 22,
  wape: 0.21,
  bias: 0.02,
  pinball: 0.068,
  coverage: 18 / 22,
  coverageError: 0.082,
  wapeOfNurt: null,
  ...more,
});

/** Twenty-three months: eighteen hits, three below, one above, the last one not over. */
const CAME = [...Array<string>(18).fill('160000'), '90000', '80000', '99999', '220001', null];

const simple = { pinball: null, coverage: null, coverageError: null };

/** A record as the server tells it, for tests. */
export const RECORD: TrackRecord = {
  runId: 'r1',
  asOf: '2026-11-24T14:00:00Z',
  currency: 'PLN',
  measure: 'booked',
  measures: ['booked'],
  masked: 0,
  origins: CAME.map((came, index) => ({
    snapshotId: `s${index}`,
    asOf: new Date(Date.UTC(2025, index, 1)).toISOString(),
    tier: 'logit',
    resolved: 200 + index,
    open: 80,
    horizons: [aTold({ came, pit: came === null ? null : 0.5 })],
  })),
  amounts: [
    aScore({ method: 'call', origins: 4, wape: 0.1, bias: 0.05, ...simple, wapeOfNurt: 0.15 }),
    aScore({ method: 'run_rate', wape: 0.28, bias: -0.04, ...simple }),
    aScore({ method: 'stage_table', wape: 0.48, bias: 0.31, ...simple }),
    aScore(),
  ],
  chances: [
    {
      horizon: 'quarter',
      method: 'nurt',
      deals: 2140,
      brier: 0.121,
      logLoss: 0.38,
      slope: 0.97,
      intercept: 0,
    },
  ],
  calibration: [{ horizon: 'quarter', bins: [{ from: 0, to: 0.1, deals: 900, told: 0.05, came: 0.06 }] }],
  pit: [{ horizon: 'quarter', counts: [3, 2, 2, 2, 3, 2, 2, 3, 2, 1] }],
  commits: [
    { userId: 'a', name: 'Anna Kowalczyk', periods: 6, wape: 0.22, bias: 0.18 },
    { userId: 'b', name: 'Piotr Zieliński', periods: 2, wape: 0.4, bias: -0.3 },
  ],
  shock: { size: 0.31, origins: 22, estimated: true },
  widening: { factor: 1.18, coverageBefore: 0.68, origins: 22 },
};
