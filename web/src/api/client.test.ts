import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { ApiError, api, apiUrl, ConflictError, NetworkError, onSignedOut } from '.';

afterEach(() => vi.unstubAllGlobals());

describe('the client', () => {
  it('marks its requests, and gives each unsafe one its own idempotency key', async () => {
    const calls = fakeServer({ 'POST /deals': () => ({ body: {} }), 'GET /deals': () => ({ body: [] }) });
    await api.post('/deals', { title: 'A' });
    await api.post('/deals', { title: 'A' });
    await api.get('/deals');
    expect(calls.every((each) => each.headers.get('X-Requested-With') === 'nurt')).toBe(true);
    const keys = calls.map((each) => each.headers.get('Idempotency-Key'));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys[2]).toBeNull();
  });

  it('sends the version that was read', async () => {
    const calls = fakeServer({
      'GET /deals/1': () => ({ body: { id: '1' }, headers: { ETag: '"v7"' } }),
      'PATCH /deals/1': () => ({ body: {} }),
    });
    const { etag } = await api.getVersioned('/deals/1');
    await api.patch('/deals/1', {}, { ifMatch: etag ?? '' });
    await api.patch('/deals/1', {}, { ifMatch: 7 });
    expect(calls.slice(1).map((each) => each.headers.get('If-Match'))).toEqual(['"v7"', '"v7"']);
  });

  it('turns a problem into an error with its requirements', async () => {
    const requirements = [{ id: 'r1', title: 'Budget confirmed' }];
    fakeServer({
      'POST /deals/1/move': () => ({
        status: 409,
        body: { title: 'Not yet', detail: 'One step is open', code: 'pipeline.gate', requirements },
      }),
    });
    const error = await api.post('/deals/1/move', {}).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      title: 'Not yet',
      detail: 'One step is open',
      code: 'pipeline.gate',
      requirements,
    });
  });

  it('tells a conflict from other refusals', async () => {
    fakeServer({
      'PATCH /deals/1': () => ({ status: 412, body: { title: 'Newer', current: { title: 'B' } } }),
    });
    const error = await api.patch('/deals/1', {}).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(ConflictError);
    expect((error as ConflictError).current).toEqual({ title: 'B' });
  });

  it('reports that the session ended, but not when signing in fails', async () => {
    fakeServer({
      'GET /deals': () => ({ status: 401, body: {} }),
      'POST /session': () => ({ status: 401, body: { code: 'identity.sign-in-failed' } }),
    });
    const ended = vi.fn();
    const stop = onSignedOut(ended);
    await api.post('/session', {}).catch(() => {});
    expect(ended).not.toHaveBeenCalled();
    await api.get('/deals').catch(() => {});
    expect(ended).toHaveBeenCalledOnce();
    stop();
  });

  it('repeats a request lost on the way once, under the same key', async () => {
    const keys: (string | null)[] = [];
    vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
      keys.push(new Headers(init.headers).get('Idempotency-Key'));
      throw new TypeError('network');
    });
    await expect(api.post('/deals', {})).rejects.toBeInstanceOf(NetworkError);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('writes lists and leaves out what is not set in a query', () => {
    expect(apiUrl('/deals', { owner: ['a', 'b'], text: '', after: undefined, open: false })).toBe(
      '/api/v1/deals?owner=a&owner=b&open=false',
    );
  });
});
