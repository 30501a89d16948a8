import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onLive } from '@/api/live';
import { type Named, readAgain } from '@/app/readAgain';

const CALL: Named = ['forecast', 'call'];
const OUTLOOK: readonly Named[] = [
  'outlook',
  'outlook-snapshots',
  'outlook-told',
  'outlook-target',
  'outlook-levers',
  'outlook-deals',
];

/** What is read anew, by the kind of thing that changed. */
const TOUCHED: Record<string, readonly Named[]> = {
  run: ['forecast-runs'],
  model: ['forecast-models', 'chance', CALL],
  outlook: [...OUTLOOK, CALL],
  record: ['forecast-record', 'outlook-snapshots', 'outlook-told'],
  said: [CALL],
  quotas: [CALL],
  invoices: ['invoices'],
  plans: ['billing-plan'],
  // Deals make up the call, and invoices carry their names.
  deal: [CALL, 'invoices', 'outlook-deals'],
};
const ALL = [...new Set(Object.values(TOUCHED).flat())];

/** Events come in bursts; at the end of each pause what they touched is read anew, once. */
const PAUSE_MS = 400;
/** The call sums all deals, and the chance of a changed one is told a moment later. */
const PAUSE_AFTER_DEALS_MS = 2000;

/** Keeps what is shown of the forecast true while others work. */
export function followForecast(
  client: QueryClient,
  pause = PAUSE_MS,
  pauseAfterDeals = PAUSE_AFTER_DEALS_MS,
) {
  const waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; moment: number }>();
  const read = (kind: string) => {
    const moment = waiting.get(kind)?.moment;
    waiting.delete(kind);
    readAgain(client, TOUCHED[kind] ?? [], moment);
  };
  /** @param settled how long after the change an answer may still be without it */
  const touch = (kind: string, after: number, at = performance.now(), settled = 0) => {
    if (!TOUCHED[kind]) return;
    const known = waiting.get(kind);
    const moment = Math.max(known?.moment ?? 0, at + settled);
    waiting.set(kind, { timer: known?.timer ?? setTimeout(() => read(kind), after), moment });
  };
  const off = [
    onLive('forecast', ({ kind, at }) => touch(kind ?? '', pause, at)),
    onLive('deal', ({ at }) => touch('deal', pauseAfterDeals, at, pauseAfterDeals)),
    onLive('again', ({ openedAt }) => readAgain(client, ALL, openedAt)),
  ];
  return () => {
    for (const { timer } of waiting.values()) clearTimeout(timer);
    for (const stop of off) stop();
  };
}

/** For a screen of the forecast, as long as it is shown. */
export function useForecastLive(): void {
  const client = useQueryClient();
  useEffect(() => followForecast(client), [client]);
}
