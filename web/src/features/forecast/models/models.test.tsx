import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { ME, renderApp } from '@/test/render';
import ModelSettings from './ModelSettings';
import type { Run } from './runs';

const SHAPER = { ...ME, permissions: ['read', 'manage-pipelines'] as typeof ME.permissions };

const run = (more: Partial<Run>): Run => ({
  id: 'r1',
  kind: 'training',
  pipelineId: 'p1',
  status: 'running',
  done: 40,
  error: null,
  askedAt: '2026-11-24T10:00:00Z',
  startedAt: '2026-11-24T10:00:01Z',
  endedAt: null,
  result: {},
  ...more,
});

const version = (number: number, inUse: boolean) => ({
  id: `m${number}`,
  version: number,
  asOf: '2026-11-24T10:00:00Z',
  trainedAt: '2026-11-24T10:00:10Z',
  periodDays: 7,
  tier: 'stage_age',
  seenRows: 900,
  resolved: 42,
  won: 12,
  intercept: 0,
  slope: 0.7,
  loss: 0.72,
  lossBefore: 0.8,
  inUse,
});

function serve(runs: Run[], models: object[]) {
  return fakeServer({
    'GET /pipelines': () => ({ body: [{ id: 'p1', name: 'Sales', archivedAt: null, stages: [] }] }),
    'GET /forecast/models?pipeline=p1': () => ({ body: models }),
    'GET /forecast/runs': () => ({ body: runs }),
    'POST /forecast/models?pipeline=p1': () => ({ status: 202, body: run({ status: 'queued' }) }),
    'POST /forecast/runs/r1/cancel': () => ({ body: run({ status: 'cancelled' }) }),
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('the models of the forecast', () => {
  it('show what they learnt from and how good they are', async () => {
    serve([], [version(2, true), version(1, false)]);
    await renderApp(<ModelSettings />, { me: SHAPER });
    expect((await screen.findAllByText('42 closed deals'))[0]).toBeVisible();
    expect(screen.getByText('10% better than the version before')).toBeVisible();
    expect(screen.getByText('earlier models were too sure; corrected')).toBeVisible();
    expect(screen.getByText('2 versions')).toBeVisible();
  });

  it('claim no merit that was not measured', async () => {
    serve([], [{ ...version(1, true), slope: 1, loss: null, lossBefore: null }]);
    await renderApp(<ModelSettings />, { me: SHAPER });
    expect(await screen.findByText('not measured: too little past')).toBeVisible();
    expect(screen.queryByText('as sure as it should be')).toBeNull();
  });

  it('are trained with one click', async () => {
    const calls = serve([], []);
    await renderApp(<ModelSettings />, { me: SHAPER });
    await userEvent.click(await screen.findByRole('button', { name: 'Train now: Sales' }));
    await waitFor(() => expect(calls.some((call) => call.method === 'POST')).toBe(true));
  });

  it('show a training under way, which can be cancelled', async () => {
    const calls = serve([run({})], []);
    await renderApp(<ModelSettings />, { me: SHAPER });
    expect(await screen.findByRole('progressbar', { name: 'Training the model' })).toHaveAttribute(
      'aria-valuenow',
      '40',
    );
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Train now: Sales' })).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(calls.some((call) => call.path === '/forecast/runs/r1/cancel')).toBe(true);
  });

  it('say why the last training came to nothing', async () => {
    serve([run({ status: 'failed', error: 'forecast.too-large', endedAt: '2026-11-24T10:01:00Z' })], []);
    await renderApp(<ModelSettings />, { me: SHAPER });
    expect(await screen.findByText(/forecast\.too-large/)).toBeVisible();
  });

  it('offer no button to those who may not train', async () => {
    serve([run({})], [version(1, true)]);
    await renderApp(<ModelSettings />);
    expect(await screen.findByRole('progressbar')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Train now: Sales' })).toBeNull();
  });
});
