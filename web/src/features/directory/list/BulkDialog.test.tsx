import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { renderApp } from '@/test/render';
import type { Row } from '../types';
import { BulkDialog } from './BulkDialog';

afterEach(() => vi.unstubAllGlobals());

it('asks for the owner instead of refusing to be clicked', async () => {
  const calls = fakeServer({
    'GET /users': () => ({ body: [{ id: 'u1', name: 'Ewa Wójcik', status: 'active', teams: [] }] }),
    'GET /tags?kind=company': () => ({ body: [] }),
    'POST /companies/bulk': () => ({ body: { changed: 1, undo: 'x' } }),
  });
  const done = vi.fn();
  const rows = [{ id: 'c1', name: 'Huta', tags: [] }] as unknown as Row[];
  await renderApp(
    <BulkDialog kind="company" rows={rows} field="owner" onClose={() => undefined} onDone={done} />,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Change 1 record' }));
  expect(screen.getByText('Choose the owner')).toBeInTheDocument();
  expect(done).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('combobox', { name: 'Owner' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Ewa Wójcik' }));
  await userEvent.click(screen.getByRole('button', { name: 'Change 1 record' }));
  await waitFor(() => expect(done).toHaveBeenCalled());
  expect(calls.some(({ method }) => method !== 'GET')).toBe(true);
});
