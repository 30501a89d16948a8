import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { type Call, fakeServer } from '@/test/fakeFetch';
import { ME, renderApp } from '@/test/render';
import { asKind, readAmount, unfolded } from './amounts';
import { CallPage } from './CallPage';

const slice = (amount: string, derived = '0') => ({ amount, derived, count: amount === '0' ? 0 : 1 });
const said = (amount: string, own: boolean) => ({
  amount,
  own,
  authorId: own ? 'u2' : null,
  author: own ? 'Jan Kos' : null,
  at: own ? '2026-11-20T10:00:00Z' : null,
  reason: null,
});

function row(key: string, more: object = {}) {
  return {
    key,
    kind: 'user',
    id: key,
    name: key,
    parent: null,
    depth: 0,
    maySubmit: true,
    mayLead: true,
    quota: { amount: '4000', own: true },
    won: '1000',
    wonCount: 1,
    open: '400',
    openCount: 1,
    weighted: '100',
    stageWeighted: '1100',
    noAmount: 0,
    categories: {
      commit: slice('400'),
      best_case: slice('0'),
      pipeline: slice('50', '50'),
      omitted: slice('0'),
    },
    commit: said('1500', true),
    bestCase: null,
    call: null,
    model: { p10: '1100', p50: '1400', p90: '1900', mean: '1450' },
    attainment: 0.25,
    commitAttainment: 0.35,
    saidAttainment: 0.375,
    usual: 0.2,
    pace: 1.25,
    pastPeriods: 4,
    freshness: { staleDays: 9, stale: true, expected: 1, submitted: 1, staleCount: 1 },
    came: null,
    ...more,
  };
}

const TABLE = {
  period: '2026-Q4',
  first: '2026-10-01',
  last: '2026-12-31',
  previous: '2026-Q3',
  next: '2027-Q1',
  over: false,
  asOf: '2026-11-24T10:00:00Z',
  currency: 'PLN',
  fraction: 0.59,
  basis: 'independent',
  week: null,
  withoutCloseDate: 2,
  me: 'u1',
  teams: [
    { id: 'team', name: 'East', depth: 0 },
    { id: 'west', name: 'West', depth: 0 },
  ],
  rows: [
    row('team', { kind: 'team', name: 'East', commit: said('1500', false) }),
    row('jan', { name: 'Jan Kos', parent: 'team', depth: 1 }),
  ],
};

function serve(more: Record<string, (call: Call) => { status?: number; body?: unknown }> = {}) {
  return fakeServer({
    'GET /forecast/call': () => ({ body: TABLE }),
    'GET /forecast/call/weeks?period=2026-Q4': () => ({
      body: [{ week: '2026-11-23', takenAt: '2026-11-23T05:00:00Z' }],
    }),
    'GET /forecast/quotas?period=2026-Q4': () => ({ body: [] }),
    ...more,
  });
}

const me = { ...ME, permissions: ['read', 'write', 'export'] as typeof ME.permissions };
const open = (language: 'en' | 'pl' = 'en') =>
  renderApp(<CallPage />, { me, language, path: '/forecast/call' });

describe('the forecast call', () => {
  it('puts the four numbers of each person side by side', async () => {
    serve();
    await open();
    const jan = within(await screen.findByRole('row', { name: /Jan Kos/ }));
    for (const amount of [/1,500/, /1,100/, /1,400/, /pace 1.25×/, /9 days old/, /by stage/]) {
      expect(jan.getAllByText(amount)[0]).toBeVisible();
    }
  });

  it('shows the maths of its numbers', async () => {
    serve();
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Show the maths of all numbers' }));
    expect(await screen.findByText(/times the chance given to its stage/)).toBeVisible();
  });

  it('shows the table of one team, and exports it', async () => {
    const east = { ...TABLE, rows: TABLE.rows.slice(0, 1) };
    const calls = serve({ 'GET /forecast/call?team=team': () => ({ body: east }) });
    await open();
    await userEvent.click(await screen.findByRole('combobox', { name: 'Team' }));
    await userEvent.click(await screen.findByRole('option', { name: 'East' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /Jan Kos/ })).toBeNull());
    expect(calls.some(({ path }) => path === '/forecast/call?team=team')).toBe(true);
    expect(screen.getByRole('link', { name: 'Export as CSV' })).toHaveAttribute(
      'href',
      '/api/v1/forecast/call.csv?period=2026-Q4&team=team',
    );
  });

  it('folds a team', async () => {
    serve();
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Hide who is in East' }));
    expect(screen.queryByRole('row', { name: /Jan Kos/ })).toBeNull();
  });

  it('asks for a reason before it replaces the number of somebody else', async () => {
    const calls = serve({ 'POST /forecast/submissions': () => ({ status: 201, body: {} }) });
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Submit a number for Jan Kos' }));
    await userEvent.type(await screen.findByLabelText(/Amount for the whole period/), '1 200');
    expect(screen.getByText(/Replaces PLN.1,500 by Jan Kos/)).toBeInTheDocument();
    const act = screen.getByRole('button', { name: 'Submit' });
    await userEvent.click(act);
    expect(screen.getByText(/^Say why/)).toBeInTheDocument();
    await waitFor(() => expect(screen.getByLabelText(/Reason/)).toHaveFocus());
    expect(calls.some((call) => call.method === 'POST')).toBe(false);
    await userEvent.type(screen.getByLabelText(/Reason/), 'The buyer is on leave');
    await userEvent.click(act);
    expect(calls.find((call) => call.method === 'POST')?.body).toEqual({
      period: '2026-Q4',
      subject: 'user',
      id: 'jan',
      kind: 'call',
      amount: '1200',
      reason: 'The buyer is on leave',
    });
  });

  it('sets the category of a deal behind a number', async () => {
    const deal = {
      id: 'd1',
      title: 'Roof',
      company: 'Dach',
      owner: 'Jan Kos',
      stage: 'Offer',
      probability: 0.5,
      status: 'open',
      amount: '400',
      category: 'best_case',
      derived: true,
      expectedClose: '2026-12-01',
      closedOn: null,
      chance: 0.4,
      version: 3,
    };
    const calls = serve({
      'GET /forecast/call/deals?period=2026-Q4&kind=user&id=jan&of=commit': () => ({
        body: { deals: [deal], more: 0 },
      }),
      'PATCH /deals/d1': () => ({ body: {} }),
    });
    await open();
    await userEvent.click(await screen.findByRole('button', { name: /^Deals: commit, Jan Kos/ }));
    await userEvent.click(await screen.findByRole('combobox', { name: 'Forecast category of Roof' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Commit' }));
    const patch = calls.find((call) => call.method === 'PATCH');
    expect(patch?.body).toEqual({ category: 'commit' });
    expect(patch?.headers.get('If-Match')).toBe('"v3"');
  });

  it('saves the quotas that were changed', async () => {
    const calls = serve({ 'PUT /forecast/quotas?period=2026-Q4': () => ({ body: [] }) });
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Quotas' }));
    const field = await screen.findByLabelText('Jan Kos');
    await userEvent.click(screen.getByRole('button', { name: 'Save the quotas' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing has been changed yet');
    await userEvent.clear(field);
    await userEvent.type(field, '5000');
    await userEvent.click(screen.getByRole('button', { name: 'Save the quotas' }));
    expect(calls.find((call) => call.method === 'PUT')?.body).toEqual({
      quotas: [{ kind: 'user', id: 'jan', amount: '5000' }],
    });
  });

  it('teaches in Polish and keeps nobody out', async () => {
    serve();
    const { container } = await open('pl');
    expect(await screen.findByText('Prognoza zespołu')).toBeVisible();
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([]);
  });
});

describe('amounts and periods', () => {
  it('reads amounts as people write them', () => {
    expect(readAmount('1 234,50')).toBe('1234.50');
    expect(readAmount('1,234.5')).toBe('1234.5');
    expect(readAmount('1.200')).toBe('1200');
    expect(readAmount('-5')).toBeNull();
    expect(readAmount('soon')).toBeNull();
  });

  it('goes between quarters and months', () => {
    expect(asKind('2026-Q4', 'month', '2026-11-24')).toBe('2026-11');
    expect(asKind('2026-Q2', 'month', '2026-11-24')).toBe('2026-04');
    expect(asKind('2026-11', 'quarter', '2026-11-24')).toBe('2026-Q4');
  });

  it('hides all below a folded row', () => {
    const rows = [
      { key: 'a', parent: null },
      { key: 'b', parent: 'a' },
      { key: 'c', parent: 'b' },
    ];
    expect(unfolded(rows, new Set(['a'])).map((each) => each.key)).toEqual(['a']);
  });
});
