import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { ME, renderApp } from '@/test/render';
import type { Run } from '../models/runs';
import type { TrackRecord } from './api';
import { RecordPage } from './RecordPage';
import { aScore, aTold, RECORD } from './record.samples';

vi.mock('@/ui/chart/Chart', () => ({
  default: ({ label, onPick }: { label: string; onPick?: (index: number) => void }) => (
    <button type="button" aria-label={label} onClick={() => onPick?.(0)} />
  ),
}));

const SHAPER = { ...ME, permissions: ['read', 'manage-pipelines'] as typeof ME.permissions };

const run = (more: Partial<Run>): Run => ({
  id: 'r1',
  kind: 'backtest',
  pipelineId: null,
  status: 'running',
  done: 40,
  error: null,
  askedAt: '2026-11-24T10:00:00Z',
  startedAt: '2026-11-24T10:00:01Z',
  endedAt: null,
  result: {},
  ...more,
});

function serve(record: Partial<TrackRecord>, more: Parameters<typeof fakeServer>[0] = {}) {
  return fakeServer({
    'GET /forecast/record?measure=booked': () => ({ body: { ...RECORD, ...record } }),
    'GET /forecast/runs': () => ({ body: [] }),
    ...more,
  });
}

const NOTHING = {
  'GET /forecast/record?measure=booked': () => ({
    status: 404,
    body: { title: 'There is no track record yet', code: 'forecast.no-record-yet' },
  }),
};

afterEach(() => vi.unstubAllGlobals());

describe('the track record', () => {
  it('says in one sentence how often the range held, and how far the middle was off', async () => {
    serve({});
    const { container } = await renderApp(<RecordPage />, { path: '/forecast/record' });
    const short = within(await screen.findByRole('region', { name: 'In short' }));
    expect(
      short.getByText(
        "What came fell within the range in 18 of 22 forecasts until the quarter's end. Right would be 8 of 10.",
      ),
    ).toBeVisible();
    expect(short.getByText(/within what luck allows/)).toHaveTextContent(
      'Below the range: 3, above it: 1. That is within what luck allows. The middle of the forecast was off by 21% of what came; the best simple way, run rate, by 28%. On the whole it told 2% too much.',
    );
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([]);
  });

  it('tells hits from misses in words, and leads to the forecast as it stood', async () => {
    serve({});
    await renderApp(<RecordPage />, { path: '/forecast/record' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the table of Forecasts and what came' }),
    );
    const table = within(screen.getByRole('region', { name: 'Table: Forecasts and what came' }));
    expect(table.getAllByText('within the range')).toHaveLength(18);
    expect(table.getAllByText('below the range')).toHaveLength(3);
    expect(table.getAllByText('above the range')).toHaveLength(1);
    expect(table.getByText('not over yet')).toBeVisible();
    expect(table.getAllByRole('link')[0]?.getAttribute('href')).toBe('/forecast?snapshot=s22');
  });

  it('shows the forecasts of the time chosen', async () => {
    serve({
      origins: [
        {
          snapshotId: 's1',
          asOf: '2026-08-01T00:00:00Z',
          tier: 'logit',
          resolved: 90,
          open: 30,
          horizons: [aTold({ horizon: 'd30', came: '500000' })],
        },
      ],
      amounts: [aScore({ horizon: 'd30', origins: 1 })],
    });
    await renderApp(<RecordPage />, { path: '/forecast/record' });
    // The furthest that is over comes first.
    expect(await screen.findByText(/within the range in 0 of 1 forecast for the next 30 days/)).toBeVisible();
    expect(screen.getByText(/too few to judge the ranges/)).toBeVisible();
    await userEvent.click(screen.getByText('Quarter'));
    expect(await screen.findByText(/No forecast is over yet for this time ahead/)).toBeVisible();
  });

  it('lists the ways side by side and explains each measure with one click', async () => {
    serve({});
    await renderApp(<RecordPage />, { path: '/forecast/record' });
    const table = within(await screen.findByRole('region', { name: 'Table: Compared with simple ways' }));
    expect(table.getAllByRole('rowheader').map((each) => each.textContent)).toEqual([
      'Nurtleast off',
      'Stage table',
      'Run rate',
      "Manager's call",
    ]);
    expect(table.getByText('82% ± 8')).toBeVisible();
    await userEvent.click(table.getByRole('button', { name: 'Show the maths: Pinball loss' }));
    const maths = within(await screen.findByRole('dialog', { name: 'The maths: Pinball loss' }));
    expect(maths.getByText(/over P10, P50, P90/)).toBeInTheDocument();
    expect(maths.getByText('22 forecasts')).toBeInTheDocument();
  });

  it('says how wide the ranges are and why, in the right Polish plural', async () => {
    serve({});
    await renderApp(<RecordPage />, { path: '/forecast/record', language: 'pl' });
    expect(
      await screen.findByText(/bez tego mieściły tylko 68% wyników 22 prognoz, a powinny 80%/),
    ).toBeVisible();
    expect(screen.getByText(/Oszacowano na podstawie 22 prognoz/)).toBeVisible();
  });

  it('tells what representatives tend to promise, but not from few periods', async () => {
    serve({});
    await renderApp(<RecordPage />, { path: '/forecast/record' });
    const table = within(
      await screen.findByRole('region', { name: 'Table: What representatives committed' }),
    );
    expect(table.getByText('promise 18% too much')).toBeVisible();
    expect(table.getByText('too few periods to tell')).toBeVisible();
  });

  it('keeps amounts from those who do not see all deals, and still says how often it held', async () => {
    serve({
      origins: RECORD.origins.map((origin) => ({
        ...origin,
        horizons: origin.horizons.map((told) => ({
          ...told,
          p10: null,
          p50: null,
          p90: null,
          mean: null,
          came: null,
        })),
      })),
    });
    await renderApp(<RecordPage />, { path: '/forecast/record' });
    expect(await screen.findByText(/Amounts are only shown to people who see all deals/)).toBeVisible();
    expect(screen.getByText(/within the range in 18 of 22 forecasts/)).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Forecasts and what came' })).toBeNull();
  });

  it('is made by those who may, where there is none yet', async () => {
    const calls = serve({}, { ...NOTHING, 'POST /forecast/record': () => ({ status: 202, body: run({}) }) });
    const shown = await renderApp(<RecordPage />, { path: '/forecast/record', me: SHAPER });
    expect(await screen.findByText('There is no track record yet')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /Measure against the past/ }));
    await waitFor(() => expect(calls.some((call) => call.method === 'POST')).toBe(true));
    shown.unmount();
    await renderApp(<RecordPage />, { path: '/forecast/record' });
    expect(await screen.findByText(/An administrator can have it made/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Measure against the past/ })).toBeNull();
  });

  it('shows how far the measuring is, and lets it be cancelled', async () => {
    const calls = serve(
      {},
      {
        ...NOTHING,
        'GET /forecast/runs': () => ({ body: [run({})] }),
        'POST /forecast/runs/r1/cancel': () => ({ body: run({ status: 'cancelled' }) }),
      },
    );
    await renderApp(<RecordPage />, { path: '/forecast/record', me: SHAPER });
    expect(await screen.findByRole('progressbar', { name: 'Measuring against the past' })).toHaveAttribute(
      'aria-valuenow',
      '40',
    );
    expect(screen.queryByRole('button', { name: /Measure against the past/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(calls.some((call) => call.path === '/forecast/runs/r1/cancel')).toBe(true);
  });

  it('says what went wrong', async () => {
    serve({}, { 'GET /forecast/record?measure=booked': () => ({ status: 400, body: { title: 'Refused' } }) });
    await renderApp(<RecordPage />, { path: '/forecast/record' });
    expect(await screen.findByRole('alert')).toHaveTextContent('Refused');
  });
});
