import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { keys } from './api';
import type { Import, ImportFile } from './types';
import { showFile } from './useDraft';

const ID = 'draft';
const FILE = { id: 'f1', name: 'deals.csv' } as ImportFile;
const having = (...files: ImportFile[]) => ({ id: ID, files }) as unknown as Import;

/** A page that shows the import, and the server's answers in the hands of the test. */
function page() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const answers: ((found: Import) => void)[] = [];
  const queryFn = vi.fn(() => new Promise<Import>((resolve) => answers.push(resolve)));
  new QueryObserver(client, { queryKey: keys.import(ID), queryFn }).subscribe(() => undefined);
  const shown = () => client.getQueryData<Import>(keys.import(ID))?.files.map((file) => file.name);
  return {
    client,
    queryFn,
    shown,
    answer: (found: Import, nth = answers.length) => answers[nth - 1]?.(found),
  };
}

it('shows a file at once and asks for nothing more', async () => {
  const { client, queryFn, shown, answer } = page();
  answer(having());
  await vi.waitFor(() => expect(shown()).toEqual([]));
  showFile(client, ID, FILE);
  expect(shown()).toEqual(['deals.csv']);
  expect(queryFn).toHaveBeenCalledOnce();
});

it('shows a file that was taken before the first answer came without it', async () => {
  const { client, queryFn, shown, answer } = page();
  showFile(client, ID, FILE);
  answer(having());
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
  answer(having(FILE));
  await vi.waitFor(() => expect(shown()).toEqual(['deals.csv']));
});

it('keeps a file although a question asked before is answered after', async () => {
  const { client, queryFn, shown, answer } = page();
  answer(having());
  await vi.waitFor(() => expect(shown()).toEqual([]));
  void client.refetchQueries({ queryKey: keys.import(ID) });
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
  showFile(client, ID, FILE);
  answer(having(), 2);
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(3));
  answer(having(FILE), 3);
  await vi.waitFor(() => expect(client.isFetching()).toBe(0));
  expect(shown()).toEqual(['deals.csv']);
});
