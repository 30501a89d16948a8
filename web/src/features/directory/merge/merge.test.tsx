import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { renderApp } from '@/test/render';
import type { Company } from '../types';
import { MergeDialog } from './MergeDialog';

const company = (id: string, fields: Partial<Company>): Company => ({
  id,
  name: 'Alfa',
  createdAt: '2026-01-05T10:00:00Z',
  updatedAt: '2026-01-05T10:00:00Z',
  archivedAt: null,
  deletedAt: null,
  version: 3,
  owner: null,
  source: null,
  description: null,
  tags: [],
  emails: [],
  phones: [],
  addresses: [],
  custom: {},
  importId: null,
  mergedInto: null,
  website: null,
  domain: null,
  industry: null,
  employees: null,
  annualRevenue: null,
  revenueCurrency: null,
  foundedYear: null,
  taxCountry: null,
  taxNumber: null,
  parent: null,
  openDeals: 0,
  ...fields,
});

const stays = company('c1', { industry: 'Energy' });
const goes = company('c2', {
  name: 'Alfa sp. z o.o.',
  website: 'https://alfa.pl',
  version: 7,
  industry: 'Energy',
});

describe('merging two companies', () => {
  it('asks only where the two differ, and proposes what loses nothing', async () => {
    const calls = fakeServer({
      'GET /companies/c2': () => ({ body: goes }),
      'GET /custom-fields?kind=company': () => ({ body: [] }),
      'POST /companies/c1/merge': () => ({ body: stays }),
    });
    const close = vi.fn();
    await renderApp(<MergeDialog kind="company" record={stays} otherId="c2" onClose={close} />);
    const website = await screen.findByRole('radiogroup', { name: 'Website' });
    expect(screen.queryByRole('radiogroup', { name: 'Industry' })).not.toBeInTheDocument();
    expect(website).toHaveTextContent('empty');
    await userEvent.click(screen.getByRole('radio', { name: 'Alfa sp. z o.o.' }));
    await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(calls.find((call) => call.method === 'POST')?.body).toEqual({
      otherId: 'c2',
      otherVersion: 7,
      choices: { name: 'other', website: 'other' },
    });
  });

  it('stays open when the server refuses', async () => {
    const calls = fakeServer({
      'GET /companies/c2': () => ({ body: goes }),
      'GET /custom-fields?kind=company': () => ({ body: [] }),
      'POST /companies/c1/merge': () => ({
        status: 409,
        body: { title: 'Only records in use are merged', code: 'directory.merge-not-active' },
      }),
    });
    const close = vi.fn();
    await renderApp(<MergeDialog kind="company" record={stays} otherId="c2" onClose={close} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(calls.some((call) => call.method === 'POST')).toBe(true));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Merge' })).toBeEnabled());
    expect(close).not.toHaveBeenCalled();
  });
});
