import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { renderApp } from '@/test/render';
import { DashboardPage } from './DashboardPage';

vi.mock('@/ui/chart/Chart', () => ({
  default: ({ label }: { label: string }) => <div role="img" aria-label={label} />,
}));

const about = { asOf: '2026-11-24T10:00:00Z', currency: 'PLN', population: 'Deals you may see.' };
const figure = (value: unknown, n: number, more: object = {}) => ({
  value,
  n,
  enough: n >= 20,
  definition: 'insights.won-value',
  drill: { status: ['won'], state: ['counted'] },
  ...more,
});
const cycle = (median: number | null, n: number) => ({
  ...figure(undefined, n),
  median,
  mean: median,
  p80: median,
});

function summary(n: number) {
  const enough = n >= 20;
  return {
    ...about,
    winRateClosed: figure(enough ? 0.6315 : null, n),
    winRateCohort: figure(enough ? 0.5 : null, n, { resolvedShare: enough ? 0.9 : null }),
    wonCount: figure(n, n),
    wonValue: figure('10005534', n, { left: { noAmount: 3, noRate: 0, reversed: 0, asleep: 0 } }),
    lostCount: figure(0, 0),
    openCount: figure(2089, 2089),
    openValue: figure('0', 0),
    averageDeal: figure(enough ? '2360.9094' : null, n),
    medianDeal: figure(enough ? '1117' : null, n),
    cycleWon: cycle(enough ? 57 : null, n),
    cycleLost: cycle(null, 0),
    velocity: figure(null, n, { openDeals: 1, winRate: null, average: null, cycle: null }),
  };
}

const month = {
  month: '2017-03',
  won: { count: 531, value: '1134672', left: null },
  lost: { count: 120 },
  drill: {
    status: ['won', 'lost'],
    closedFrom: ['2017-03-01'],
    closedTo: ['2017-03-31'],
    state: ['counted'],
  },
};

function serve(n: number) {
  return fakeServer({
    'GET /insights/summary': () => ({ body: summary(n) }),
    'GET /insights/won-by-month': () => ({
      body: { ...about, definition: 'insights.won-by-month', n: 651, months: [month] },
    }),
    'GET /insights/open-by-stage': () => ({
      body: { ...about, definition: 'insights.open-by-stage', weightedDefinition: '', n: 0, stages: [] },
    }),
    'GET /insights/stage-ageing': () => ({
      body: { ...about, definition: 'insights.stage-ageing', rottingDefinition: '', n: 0, stages: [] },
    }),
    'GET /insights/breakdown?by=owner': () => ({
      body: { ...about, definition: 'insights.breakdown-owner', by: 'owner', rows: [], more: 0 },
    }),
    'GET /insights/definitions': () => ({
      body: [
        {
          key: 'insights.won-value',
          title: 'Won value',
          formula: 'sum of the amounts of won deals',
          population: 'Deals won.',
          timeBasis: 'The day of closing.',
          valueField: 'The amount.',
          ownerAttribution: 'The owner now.',
          notes: 'Always shown.',
        },
      ],
    }),
    'GET /users': () => ({ body: [] }),
    'GET /teams': () => ({ body: [] }),
    'GET /products': () => ({ body: [] }),
    'GET /pipelines': () => ({ body: [] }),
  });
}

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});

describe('the dashboard', () => {
  it('shows figures with their n and what was left out, and leads to their deals', async () => {
    serve(4238);
    await renderApp(<DashboardPage />, { path: '/insights' });
    expect(await screen.findByText('63.15%')).toBeVisible();
    expect(screen.getByText('n = 4,238 · 3 without an amount')).toBeVisible();
    const link = screen.getByRole('link', { name: /^Won value: PLN.10,005,534/ });
    expect(link).toHaveAttribute('href', '/deals?status=won&state=counted');
  });

  it('says that there is not enough data below twenty deals', async () => {
    serve(19);
    await renderApp(<DashboardPage />, { path: '/insights' });
    expect(
      await screen.findByRole('link', { name: /^Win rate, closed deals: Not enough data/ }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /^Won value: PLN.10,005,534/ })).toBeVisible();
  });

  it('opens the definition of a figure in one click', async () => {
    serve(4238);
    await renderApp(<DashboardPage />, { path: '/insights' });
    await userEvent.click(await screen.findByRole('button', { name: 'What “Won value” means' }));
    expect(await screen.findByText('sum of the amounts of won deals')).toBeInTheDocument();
    expect(screen.getByText('The day of closing.')).toBeInTheDocument();
  });

  it('keeps a table beneath each chart whose rows lead to their deals', async () => {
    serve(4238);
    await renderApp(<DashboardPage />, { path: '/insights' });
    await userEvent.click(await screen.findByRole('button', { name: 'Show the table of Won by month' }));
    const table = within(screen.getByRole('region', { name: 'Table: Won by month' }));
    expect(table.getByRole('cell', { name: '531' })).toBeVisible();
    expect(table.getByRole('link', { name: 'March 2017' }).getAttribute('href')).toContain(
      'closedFrom=2017-03-01',
    );
  });

  it('teaches what to do when there is nothing yet', async () => {
    fakeServer({
      'GET /insights/summary': () => ({
        body: { ...summary(0), openCount: figure(0, 0) },
      }),
    });
    await renderApp(<DashboardPage />, { path: '/insights', language: 'pl' });
    expect(await screen.findByText('Wskaźniki biorą się z szans sprzedaży')).toBeVisible();
  });

  it('shows what went wrong, and is asked again', async () => {
    fakeServer({
      'GET /insights/summary': () => ({
        status: 500,
        body: { title: 'Something failed', detail: 'Reference 7' },
      }),
    });
    await renderApp(<DashboardPage />, { path: '/insights' });
    expect((await screen.findAllByText('Something failed'))[0]).toBeVisible();
  });

  it('has nothing that keeps people out', async () => {
    serve(4238);
    const { container } = await renderApp(<DashboardPage />, { path: '/insights' });
    await screen.findByText('63.15%');
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([]);
  });
});
