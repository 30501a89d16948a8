import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holdLive, onLive } from './live';

class Stream {
  static last: Stream;
  readonly OPEN = 1;
  readonly CLOSED = 2;
  readyState = 0;
  onopen: () => void = () => undefined;
  constructor() {
    Stream.last = this;
  }
  addEventListener() {}
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
