import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveEvent } from '@/api/live';
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
    expect(read).toHaveBeenCalledTimes(1);
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

  it('says nothing any more when the screen is left', () => {
    stream.get('forecast')?.({ kind: 'invoices' });
    stop();
    vi.advanceTimersByTime(500);
    expect(stale('invoices', 'open')).toBe(false);
  });
});
