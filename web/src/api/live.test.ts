import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holdLive, onLive, whenLive } from './live';

class Stream {
  static last: Stream;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSED = 2;
  readyState = 0;
  onopen: () => void = () => undefined;
  constructor() {
    Stream.last = this;
  }
  private readonly told = new Map<string, (message: { data: string }) => void>();
  addEventListener(topic: string, listener: (message: { data: string }) => void) {
    this.told.set(topic, listener);
  }
  tell(topic: string, event: object) {
    this.told.get(topic)?.({ data: JSON.stringify(event) });
  }
  close() {}
  opened() {
    this.readyState = this.OPEN;
    this.onopen();
  }
}

let release = () => {};
beforeEach(() => {
  vi.stubGlobal('EventSource', Stream);
  release = holdLive();
});
afterEach(() => {
  release();
  vi.unstubAllGlobals();
});

it('tells whoever listened before the stream was open that something may have passed unheard', () => {
  const again = vi.fn();
  const off = onLive('again', again);
  expect(again).not.toHaveBeenCalled();
  Stream.last.opened();
  expect(again).toHaveBeenCalledOnce();
  off();
});

it('tells whoever begins to listen later at once', () => {
  Stream.last.opened();
  const again = vi.fn();
  onLive('again', again)();
  expect(again).toHaveBeenCalledOnce();
});

it('says when it was opened, so that what was asked for later is not read again', () => {
  const before = performance.now();
  Stream.last.opened();
  const again = vi.fn();
  onLive('again', again)();
  expect(again.mock.calls[0]?.[0].openedAt).toBeGreaterThanOrEqual(before);
});

it('is waited for while it is being opened, but not for ever', async () => {
  Stream.last.readyState = Stream.last.CONNECTING;
  await whenLive(5);
  Stream.last.opened();
  await whenLive(60_000);
});

it('tells whoever begins to listen what came shortly before, also when others have heard it', () => {
  const first = vi.fn();
  const second = vi.fn();
  const off = onLive('deal', first);
  Stream.last.tell('deal', { id: '1' });
  onLive('deal', second)();
  onLive('company', second)();
  expect(first).toHaveBeenCalledExactlyOnceWith({ id: '1', at: expect.any(Number) });
  expect(second.mock.calls).toEqual(first.mock.calls);
  off();
});
