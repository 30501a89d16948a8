import {
  type AmountScore,
  type Horizon,
  METHODS,
  type Method,
  type Origin,
  type Told,
  type TrackRecord,
} from './api';

/** What a range from P10 to P90 has to hold. */
export const WANTED = 0.8;
/** Below so many forecasts no figure says more about the method than about luck. */
export const ENOUGH = 20;
const LUCK = 0.05;

export type Place = 'within' | 'below' | 'above';

/** A forecast whose time is over, in numbers. */
export interface Past {
  snapshotId: string;
  asOf: string;
  until: string;
  p10: number;
  p50: number;
  p90: number;
  mean: number;
  came: number | null;
  place: Place | null;
}

export function placeOf(came: number, p10: number, p90: number): Place {
  return came < p10 ? 'below' : came > p90 ? 'above' : 'within';
}

const toldOf = (origin: Origin, horizon: Horizon): Told | undefined =>
  origin.horizons.find((each) => each.horizon === horizon);

/** The forecasts of a horizon, oldest first; null for whoever may not see the amounts. */
export function pastOf({ origins }: TrackRecord, horizon: Horizon): Past[] | null {
  const shown = origins.flatMap((origin) => {
    const told = toldOf(origin, horizon);
    return told ? [{ origin, told }] : [];
  });
  if (shown.some(({ told }) => told.p50 === null)) return null;
  return shown
    .map(({ origin, told }) => {
      const [p10, p50, p90] = [Number(told.p10), Number(told.p50), Number(told.p90)];
      const came = told.came === null ? null : Number(told.came);
      return {
        snapshotId: origin.snapshotId,
        asOf: origin.asOf,
        until: told.until,
        p10,
        p50,
        p90,
        mean: Number(told.mean),
        came,
        place: came === null ? null : placeOf(came, p10, p90),
      };
    })
    .sort((a, b) => a.asOf.localeCompare(b.asOf));
}

export interface Tally {
  /** Forecasts whose time is over. */
  over: number;
  within: number;
  below: number;
  above: number;
}

export function tally(past: readonly Past[]): Tally {
  const count = (place: Place) => past.filter((each) => each.place === place).length;
  const [within, below, above] = [count('within'), count('below'), count('above')];
  return { over: within + below + above, within, below, above };
}

/** Chance of at most `k` hits of `n`, each of them with chance `p`. */
export function atMost(k: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let sum = 0;
  for (let i = 0; i <= k; i++) {
    sum += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return Math.min(1, sum);
}

export type Verdict = 'few' | 'good' | 'narrow' | 'wide';

/** Whether so many hits can be luck, if eight of ten are right. */
export function verdictOf({ within, over }: Pick<Tally, 'within' | 'over'>): Verdict {
  if (over < ENOUGH) return 'few';
  if (atMost(within, over, WANTED) < LUCK) return 'narrow';
  if (1 - atMost(within - 1, over, WANTED) < LUCK) return 'wide';
  return 'good';
}

export function scoresOf({ amounts }: TrackRecord, horizon: Horizon): AmountScore[] {
  return amounts
    .filter((each) => each.horizon === horizon && each.origins > 0)
    .sort((a, b) => METHODS.indexOf(a.method) - METHODS.indexOf(b.method));
}

/** From the scores alone, for whoever may not see the amounts. */
export function tallyOfScore(score: AmountScore, pit: readonly number[]): Tally {
  const over = score.origins;
  return {
    over,
    within: Math.round((score.coverage ?? 0) * over),
    below: pit[0] ?? 0,
    above: pit.at(-1) ?? 0,
  };
}

export interface Rival {
  method: Method;
  wape: number;
  /** Nurt's, over the same forecasts. */
  nurt: number;
}

/** Nurt's miss, and the simple way that comes nearest to it or beats it; each over the forecasts for which both told something. */
export function rivalOf(scores: readonly AmountScore[]): { nurt: number; rival: Rival | null } | null {
  const own = scores.find((each) => each.method === 'nurt');
  if (!own || own.wape === null) return null;
  const { wape, origins } = own;
  const rivals = scores.flatMap((each) =>
    // One measured on less than half of the forecasts was measured on other times.
    each.method === 'nurt' || each.wape === null || each.origins < origins / 2
      ? []
      : [{ method: each.method, wape: each.wape, nurt: each.wapeOfNurt ?? wape }],
  );
  rivals.sort((a, b) => a.wape * b.nurt - b.wape * a.nurt);
  return { nurt: wape, rival: rivals[0] ?? null };
}

/** The way that was off least, where there is another to compare with. */
export function leastOff(scores: readonly AmountScore[]): Method | null {
  const found = rivalOf(scores);
  if (!found?.rival) return null;
  return found.rival.wape < found.rival.nurt ? found.rival.method : 'nurt';
}
