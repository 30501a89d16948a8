import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onLive } from '@/api/live';

type Key = readonly string[];

const CALL: Key = ['forecast', 'call'];
const OUTLOOK: readonly Key[] = [
  ['outlook'],
  ['outlook-snapshots'],
  ['outlook-target'],
  ['outlook-levers'],
  ['outlook-deals'],
];

/** What is read anew, by the kind of thing that changed. */
const TOUCHED: Record<string, readonly Key[]> = {
  run: [['forecast-runs']],
  model: [['forecast-models'], ['chance'], CALL],
  outlook: [...OUTLOOK, CALL],
  record: [['forecast-record'], ['outlook-snapshots']],
  said: [CALL],
  quotas: [CALL],
  invoices: [['invoices']],
  plans: [['billing-plan']],
  // Deals make up the call, and invoices carry their names.
  deal: [CALL, ['invoices'], ['outlook-deals']],
};

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
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const read = (kind: string) => {
    waiting.delete(kind);
    for (const queryKey of TOUCHED[kind] ?? []) void client.invalidateQueries({ queryKey });
  };
  const touch = (kind: string, after: number) => {
    if (TOUCHED[kind] && !waiting.has(kind))
      waiting.set(
        kind,
        setTimeout(() => read(kind), after),
      );
  };
  const off = [
    onLive('forecast', ({ kind }) => touch(kind ?? '', pause)),
    onLive('deal', () => touch('deal', pauseAfterDeals)),
    onLive('again', () => Object.keys(TOUCHED).forEach(read)),
  ];
  return () => {
    for (const timer of waiting.values()) clearTimeout(timer);
    for (const stop of off) stop();
  };
}

/** For a screen of the forecast, as long as it is shown. */
export function useForecastLive(): void {
  const client = useQueryClient();
  useEffect(() => followForecast(client), [client]);
}
