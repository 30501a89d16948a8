import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { ME, renderApp } from '@/test/render';
import { Formatter } from '@/ui';
import type { Outlook, Row, Whole } from './api';
import { ForecastPage } from './ForecastPage';
import { fanPoints } from './fanOption';
import { asked } from './Scenario';
import { amountRange, changeText, monthTicks } from './words';

vi.mock('@/ui/chart/Chart', () => ({
  default: ({ label, onPick }: { label: string; onPick?: (index: number) => void }) => (
    <button type="button" aria-label={label} onClick={() => onPick?.(0)} />
  ),
}));

const SHAPER = { ...ME, permissions: ['read', 'manage-pipelines'] as typeof ME.permissions };

const row = (label: string, more: Partial<Row> = {}): Row => ({
  label,
  actual: '0',
  p10: '80000',
  p50: '120000',
  p90: '180000',
  mean: '125000',
  open: '25000',
  new: '100000',
  claims: '0',
  renewals: '0',
  outflows: null,
  came: null,
  soFar: null,
  ...more,
});

const outlook: Outlook = {
  snapshotId: 's2',
  asOf: '2026-11-24T10:00:00Z',
  measure: 'booked',
  measures: ['booked', 'recognised', 'invoiced', 'cash'],
  currency: 'PLN',
  futures: 5000,
  shock: 0.3,
  tier: 'logit',
  resolved: 1051,
  open: 114,
  withoutAmount: 2,
  widening: 1,
  newShare: 0.78,
  knownUntil: '2026-11-23',
  ended: false,
  past: [{ month: '2026-10', amount: '90000' }],
  months: [row('2026-11', { actual: '40000' }), row('2026-12')],
  quarters: [row('2026-Q4', { actual: '130000' }), row('2027-Q1')],
  groups: [{ kind: 'owner', id: 'u1', name: 'Ewa Wójcik', quarters: [row('2026-Q4')] }],
};

const snapshots = [
  {
    id: 's2',
    asOf: '2026-11-24T10:00:00Z',
    takenAt: '2026-11-24T10:00:05Z',
    weekly: false,
    backtested: false,
  },
  {
    id: 's1',
    asOf: '2026-11-23T03:00:00Z',
    takenAt: '2026-11-23T03:00:05Z',
    weekly: true,
    backtested: false,
  },
];

function serve(more: Parameters<typeof fakeServer>[0] = {}) {
  return fakeServer({
    'GET /forecast/outlook?measure=booked': () => ({ body: outlook }),
    'GET /forecast/outlook?measure=cash': () => ({ body: { ...outlook, measure: 'cash' } }),
    'GET /forecast/outlook?measure=booked&snapshot=s1': () => ({
      body: { ...outlook, snapshotId: 's1', quarters: [row('2026-Q3', { came: '140000' })] },
    }),
    'GET /forecast/outlook/chance?measure=booked&quarter=2026-Q4&target=150000': () => ({
      body: { quarter: '2026-Q4', target: '150000', chance: 0.31 },
    }),
    'GET /forecast/outlook/deals?label=2026-Q4': () => ({
      body: [
        {
          id: 'd1',
          title: 'Pumps',
          company: 'Browar',
          owner: 'Ewa Wójcik',
          amount: '50000',
          chance: 0.5,
          expected: '25000',
        },
      ],
    }),
    'GET /forecast/targets?from=2026-Q4': () => ({ body: [] }),
    'GET /forecast/targets?from=2026-Q3': () => ({ body: [] }),
    'GET /forecast/snapshots': () => ({ body: snapshots }),
    'GET /forecast/runs': () => ({ body: [] }),
    'GET /forecast/levers': () => ({
      body: [
        { stageId: 'a', pipelineId: 'p1', stage: 'Offer', p10: '0', p50: '9000', p90: '30000' },
        { stageId: 'b', pipelineId: 'p1', stage: 'Talks', p10: '0', p50: '12000', p90: '30000' },
      ],
    }),
    'GET /pipelines': () => ({ body: [] }),
    'POST /forecast/simulations': () => ({ status: 202, body: {} }),
    ...more,
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('the words of amounts ahead', () => {
  const en = new Formatter('en', 'Europe/Warsaw');
  const pl = new Formatter('pl', 'Europe/Warsaw');

  it('give a range and a change with its sign', () => {
    expect(amountRange('80000', '180000', 'PLN', en).replaceAll('\u00a0', ' ')).toBe('PLN 80k – PLN 180k');
    expect(changeText('-12000', 'PLN', pl).replaceAll('\u00a0', ' ')).toBe('−12 tys. zł');
    expect(changeText('12000', 'PLN', pl).replaceAll('\u00a0', ' ')).toBe('+12 tys. zł');
    expect(changeText('0.2', 'PLN', pl).replaceAll('\u00a0', ' ')).toBe('0 zł');
  });

  it('write the year under the first month and each January', () => {
    expect(monthTicks(['2026-11', '2026-12', '2027-01'], 'en-GB')).toEqual(['Nov\n2026', 'Dec', 'Jan\n2027']);
  });
});

describe('the fan', () => {
  it('puts what came beside what was told, and leaves the future open', () => {
    const told = [
      {
        ...row('2026-10'),
        month: '2026-10',
        snapshotId: 's',
        asOf: '2026-10-01T00:00:00Z',
        backtested: true,
      },
    ];
    const points = fanPoints(outlook as Whole, told);
    expect(points.map(({ month, actual }) => [month, actual])).toEqual([
      ['2026-10', 90000],
      ['2026-11', 40000],
      ['2026-12', null],
    ]);
    expect(points[0]?.told?.p50).toBe('120000');
  });
});

describe('a scenario', () => {
  const plain = {
    deals: [],
    days: 30,
    stage: null,
    stagePercent: 10,
    arrivals: 0,
    arrivalsFrom: null,
    reps: 0,
    repsFrom: null,
  };

  it('asks nothing when nothing is to be otherwise', () => {
    expect(asked(plain)).toBeNull();
  });

  it('asks for factors, days and months', () => {
    expect(
      asked({ ...plain, deals: ['d1'], stage: 'a', arrivals: 100, reps: 2, repsFrom: '2027-05' }),
    ).toEqual({
      slips: { d1: 30 },
      stageId: 'a',
      stageFactor: 1.1,
      arrivalsFactor: 2,
      newReps: 2,
      newRepsFrom: '2027-05',
    });
  });
});

describe('the forecast page', () => {
  it('shows quarters with their range, and the chance of a target', async () => {
    serve();
    const { container } = await renderApp(<ForecastPage />, { path: '/forecast', me: SHAPER });
    const card = within(await screen.findByRole('region', { name: 'Q4 2026' }));
    expect(card.getByText(/^8 times in 10: PLN.80k – PLN.180k$/)).toBeVisible();
    await userEvent.type(card.getByRole('textbox', { name: 'Target for Q4 2026' }), '150000');
    expect(await card.findByText('31% chance of at least that')).toBeVisible();
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([]);
  });

  it('takes the quota for the target until somebody enters another', async () => {
    localStorage.clear();
    serve({
      'GET /forecast/targets?from=2026-Q4': () => ({ body: [{ quarter: '2026-Q4', amount: '150000' }] }),
    });
    await renderApp(<ForecastPage />, { path: '/forecast' });
    const card = within(await screen.findByRole('region', { name: 'Q4 2026' }));
    expect(await card.findByText('31% chance of the quota')).toBeVisible();
    const field = card.getByRole('textbox', { name: 'Target for Q4 2026' });
    expect(field).toHaveValue('150,000');
    await userEvent.clear(field);
    expect(await card.findByText('Enter a target to see the chance of it')).toBeVisible();
  });

  it('asks for no target where there is a quota whose chance is not known yet', async () => {
    localStorage.clear();
    serve({
      'GET /forecast/targets?from=2026-Q4': () => ({ body: [{ quarter: '2026-Q4', amount: '150000' }] }),
      'GET /forecast/outlook/chance?measure=booked&quarter=2026-Q4&target=150000': () => ({ status: 503 }),
    });
    await renderApp(<ForecastPage />, { path: '/forecast' });
    const card = within(await screen.findByRole('region', { name: 'Q4 2026' }));
    await waitFor(() => expect(card.getByRole('textbox')).toHaveValue('150,000'));
    expect(card.queryByText('Enter a target to see the chance of it')).toBeNull();
  });

  it('says what a scenario needs when it is to be calculated without any change', async () => {
    serve();
    await renderApp(<ForecastPage />, { path: '/forecast' });
    await userEvent.click(await screen.findByRole('button', { name: 'Calculate' }));
    expect(await screen.findByText('Enter at least one change below, then calculate.')).toBeVisible();
  });

  it('offers the months as a file', async () => {
    serve();
    await renderApp(<ForecastPage />, {
      path: '/forecast?measure=cash',
      me: { ...ME, permissions: ['read', 'export'] as typeof ME.permissions },
    });
    expect(await screen.findByRole('link', { name: 'Export month by month as CSV' })).toHaveAttribute(
      'href',
      '/api/v1/forecast/outlook.csv?measure=cash',
    );
  });

  it('leads from a figure to its deals and to its maths', async () => {
    serve();
    await renderApp(<ForecastPage />, { path: '/forecast' });
    await userEvent.click(await screen.findByRole('button', { name: /^Q4 2026: median/ }));
    expect(await screen.findByRole('link', { name: 'Pumps' })).toHaveAttribute('href', '/deals/d1');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Show the maths: Q4 2026' }));
    expect(await screen.findByText(/5,000 futures of the whole company/)).toBeInTheDocument();
    expect(screen.getByText(/114 open deals · 1,051 closed deals · 2 without an amount/)).toBeInTheDocument();
  });

  it('ranks the levers by what they bring', async () => {
    serve();
    await renderApp(<ForecastPage />, { path: '/forecast' });
    const table = within(await screen.findByRole('region', { name: 'Table: Levers' }));
    expect(table.getAllByRole('rowheader').map((each) => each.textContent)).toEqual(['Talks', 'Offer']);
  });

  it('tells a cash flow only when it is known what goes out, with what goes out beside what comes in', async () => {
    serve({
      'GET /forecast/outlook?measure=cash_flow': () => ({
        body: {
          ...outlook,
          measure: 'cash_flow',
          measures: [...outlook.measures, 'cash_flow'],
          months: [row('2026-11', { renewals: '7000', outflows: '-40000' })],
        },
      }),
    });
    const shown = await renderApp(<ForecastPage />, { path: '/forecast' });
    expect(await screen.findByRole('radio', { name: 'Recognised' })).toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: 'Cash flow' })).toBeNull();
    shown.unmount();
    await renderApp(<ForecastPage />, { path: '/forecast?measure=cash_flow' });
    expect(await screen.findByRole('radio', { name: 'Cash flow' })).toBeChecked();
    expect(await screen.findByText('Cash flow by month')).toBeVisible();
    expect(screen.getByText(/came in so far, before what goes out/)).toBeVisible();
    expect(screen.queryByText('By owner, team and product')).toBeNull();
  });

  it('offers the first drawing only to those who may', async () => {
    const nothing = {
      'GET /forecast/outlook?measure=booked': () => ({
        status: 404,
        body: { title: 'There is no forecast yet', code: 'forecast.not-yet' },
      }),
    };
    const calls = serve(nothing);
    const shown = await renderApp(<ForecastPage />, { path: '/forecast', me: SHAPER });
    expect(await screen.findByText('There is no forecast yet')).toBeVisible();
    expect(screen.queryByRole('radio', { name: 'Recognised' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Make the first forecast' }));
    await waitFor(() => expect(calls.some((call) => call.path === '/forecast/simulations')).toBe(true));
    shown.unmount();
    await renderApp(<ForecastPage />, { path: '/forecast' });
    expect(await screen.findByText('There is no forecast yet')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Make the first forecast' })).toBeNull();
  });

  it('calls a forecast from few closed deals a rough one, in the right plural', async () => {
    serve({ 'GET /forecast/outlook?measure=booked': () => ({ body: { ...outlook, resolved: 3 } }) });
    await renderApp(<ForecastPage />, { path: '/forecast', language: 'pl' });
    expect(await screen.findByText(/Zamknięto dopiero 3 szanse;/)).toBeVisible();
  });

  it('says nothing of sums of people to somebody who sees one', async () => {
    serve();
    await renderApp(<ForecastPage />, { path: '/forecast' });
    expect(await screen.findByRole('rowheader', { name: 'Ewa Wójcik' })).toBeVisible();
    expect(screen.queryByText(/is not the sum of its people/)).toBeNull();
  });

  it('keeps the totals from those who do not see all deals', async () => {
    serve({
      'GET /forecast/outlook?measure=booked': () => ({
        body: { ...outlook, past: null, months: null, quarters: null },
      }),
    });
    await renderApp(<ForecastPage />, { path: '/forecast' });
    expect(await screen.findByText(/The totals are only shown to people who see all deals/)).toBeVisible();
    expect(screen.getByText('Ewa Wójcik')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Q4 2026' })).toBeNull();
  });

  it('shows what went wrong', async () => {
    serve({ 'GET /forecast/outlook?measure=booked': () => ({ status: 400, body: { title: 'Refused' } }) });
    await renderApp(<ForecastPage />, { path: '/forecast' });
    expect(await screen.findByRole('alert')).toHaveTextContent('Refused');
  });
});
