import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { noteReads, readAgain } from './readAgain';

function shown(queryFn: () => Promise<string>) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  noteReads(client);
  new QueryObserver(client, { queryKey: ['deals', 'x'], queryFn }).subscribe(() => undefined);
  return client;
}

it('reads again what was asked for before the stream was open', async () => {
  const ask = vi.fn(async () => 'answer');
  const client = shown(ask);
  await vi.waitFor(() => expect(client.getQueryData(['deals', 'x'])).toBe('answer'));
  readAgain(client, ['deals'], performance.now());
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
});

it('reads again what was asked for before and is answered after', async () => {
  let answer: (text: string) => void = () => {};
  const ask = vi.fn(() => new Promise<string>((resolve) => (answer = resolve)));
  const client = shown(ask);
  readAgain(client, ['deals'], performance.now());
  expect(ask).toHaveBeenCalledOnce();
  answer('early');
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
});

it('leaves alone what was asked for since, and what is called otherwise', async () => {
  const opened = performance.now() - 1;
  const ask = vi.fn(async () => 'answer');
  const client = shown(ask);
  await vi.waitFor(() => expect(client.getQueryData(['deals', 'x'])).toBe('answer'));
  readAgain(client, ['deals'], opened);
  readAgain(client, ['companies'], performance.now());
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(ask).toHaveBeenCalledOnce();
});

it('reads again what failed before, by the beginning of its key', async () => {
  const ask = vi.fn(() => Promise.reject(new Error('not yet')));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  noteReads(client);
  new QueryObserver(client, { queryKey: ['deals', 'x'], queryFn: ask }).subscribe(() => undefined);
  await vi.waitFor(() => expect(client.getQueryState(['deals', 'x'])?.status).toBe('error'));
  readAgain(client, [['deals', 'y']]);
  readAgain(client, [['deals', 'x']], performance.now());
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
});
