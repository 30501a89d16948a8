import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveEvent } from '@/api/live';
import { noteReads } from '@/app/readAgain';
import { followForecast } from './live';

const stream = vi.hoisted(() => new Map<string, (event: LiveEvent) => void>());
vi.mock('@/api/live', () => ({
  onLive: (topic: string, listener: (event: LiveEvent) => void) => {
    stream.set(topic, listener);
    return () => stream.delete(topic);
  },
}));

describe('the live forecast', () => {
  let client: QueryClient;
  let stop: () => void;
  const stale = (...key: string[]) => client.getQueryState(key)?.isInvalidated;

  beforeEach(() => {
    vi.useFakeTimers();
    client = new QueryClient();
    for (const key of [
      ['forecast', 'call', 'table'],
      ['invoices', 'open'],
      ['outlook', 'cash'],
      ['forecast-runs'],
    ])
      client.setQueryData(key, {});
    stop = followForecast(client, 100, 1000);
  });

  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('reads anew what a change touches and nothing else, once in a burst', () => {
    const read = vi.spyOn(client, 'invalidateQueries');
    for (let i = 0; i < 20; i++) stream.get('forecast')?.({ kind: 'invoices' });
    vi.advanceTimersByTime(150);
    expect(read).toHaveBeenCalledExactlyOnceWith({ queryKey: ['invoices', 'open'], exact: true });
    expect(stale('invoices', 'open')).toBe(true);
    expect(stale('forecast', 'call', 'table')).toBe(false);
    expect(stale('outlook', 'cash')).toBe(false);
  });

  it('reads the call anew after somebody said a number, and a moment after a deal changed', () => {
    stream.get('forecast')?.({ kind: 'said' });
    vi.advanceTimersByTime(150);
    expect(stale('forecast', 'call', 'table')).toBe(true);
    client.setQueryData(['forecast', 'call', 'table'], {});
    stream.get('deal')?.({ id: 'd1' });
    vi.advanceTimersByTime(500);
    expect(stale('forecast', 'call', 'table')).toBe(false);
    vi.advanceTimersByTime(600);
    expect(stale('forecast', 'call', 'table')).toBe(true);
  });

  it('reads outlook and runs anew when there is a new one, and everything after a pause of the stream', () => {
    stream.get('forecast')?.({ kind: 'outlook' });
    stream.get('forecast')?.({ kind: 'unheard-of' });
    vi.advanceTimersByTime(150);
    expect(stale('outlook', 'cash')).toBe(true);
    expect(stale('forecast-runs')).toBe(false);
    stream.get('again')?.({});
    expect(stale('forecast-runs')).toBe(true);
    expect(stale('invoices', 'open')).toBe(true);
  });

  it('leaves alone what was read after the change was told, or since the stream is open', async () => {
    noteReads(client);
    vi.advanceTimersByTime(1000);
    const told = performance.now();
    vi.advanceTimersByTime(5000);
    for (const queryKey of [
      ['outlook', 'cash'],
      ['invoices', 'open'],
    ])
      await client.fetchQuery({ queryKey, queryFn: () => 'answer', staleTime: 0 });
    stream.get('again')?.({ openedAt: told });
    stream.get('forecast')?.({ kind: 'outlook', at: told });
    stream.get('deal')?.({ id: 'd1', at: told });
    vi.advanceTimersByTime(2000);
    expect(stale('outlook', 'cash')).toBe(false);
    expect(stale('invoices', 'open')).toBe(false);
    expect(stale('forecast-runs')).toBe(true);
    expect(stale('forecast', 'call', 'table')).toBe(true);
  });

  it('reads again what was read between a change of a deal and its new chance', async () => {
    noteReads(client);
    stream.get('deal')?.({ id: 'd1', at: performance.now() });
    vi.advanceTimersByTime(300);
    await client.fetchQuery({ queryKey: ['invoices', 'open'], queryFn: () => 'answer', staleTime: 0 });
    vi.advanceTimersByTime(1000);
    expect(stale('invoices', 'open')).toBe(true);
  });

  it('says nothing any more when the screen is left', () => {
    stream.get('forecast')?.({ kind: 'invoices' });
    stop();
    vi.advanceTimersByTime(500);
    expect(stale('invoices', 'open')).toBe(false);
  });
});
