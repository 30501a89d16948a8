import { quarterOf } from '../chance/words';
import type { Snapshot } from './api';

const DAY_MS = 86_400_000;
/** A forecast made further than this from a quarter's start is not the one of that quarter. */
const NEAR_DAYS = 46;

/** Those of the past, newest first: the newest that was really taken is the present one. */
export function pastSnapshots(snapshots: readonly Snapshot[]): Snapshot[] {
  const newestFirst = [...snapshots].sort((a, b) => b.asOf.localeCompare(a.asOf));
  const present = newestFirst.find(({ backtested }) => !backtested);
  return newestFirst.filter((each) => each !== present);
}

/** Where data end, the quarter in which they do, unless it had only begun. */
const fullestQuarter = (endedOn: string) =>
  quarterOf(endedOn, Number(endedOn.slice(5, 7)) % 3 === 1 ? -1 : 0);

/** The quarter before the one of today (or the last one that the data tell of), and the snapshot made nearest to its start. */
export function lastQuarter(
  snapshots: readonly Snapshot[],
  today: string,
  endedOn?: string,
): { quarter: string; snapshot: Snapshot } | null {
  const quarter = endedOn ? fullestQuarter(endedOn) : quarterOf(today, -1);
  const [year = '', number = '1'] = quarter.split('-Q');
  const start = Date.UTC(Number(year), 3 * (Number(number) - 1), 1);
  const away = ({ asOf }: Snapshot) => Math.abs(Date.parse(asOf) - start);
  const nearest = pastSnapshots(snapshots).sort((a, b) => away(a) - away(b))[0];
  return nearest && away(nearest) <= NEAR_DAYS * DAY_MS ? { quarter, snapshot: nearest } : null;
}
