import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { ME, renderApp } from '@/test/render';
import { Formatter } from '@/ui';
import type { Chance, ModelVersion } from './api';
import { batched } from './batch';
import ChanceChip from './ChanceChip';
import ChancePanel from './ChancePanel';
import { chanceText, pointsText, quarterOf, quarterText, rangeText } from './words';

const SHAPER = { ...ME, permissions: ['read', 'manage-pipelines'] as typeof ME.permissions };

const chance = (dealId: string, more: Partial<Chance> = {}): Chance => ({
  dealId,
  low: 0.48,
  chance: 0.62,
  high: 0.74,
  byQuarter: 0.35,
  byNext: 0.58,
  medianOn: '2027-01-14',
  p80On: null,
  typical: 0.55,
  reasons: [
    { group: 'freshness', change: 0.09 },
    { group: 'closeDate', change: -0.021 },
    { group: 'somethingNew', change: 0.006 },
  ],
  ...more,
});

const model: ModelVersion = {
  id: 'm1',
  version: 3,
  asOf: '2026-11-24T10:00:00Z',
  trainedAt: '2026-11-24T10:00:10Z',
  periodDays: 7,
  tier: 'logit',
  seenRows: 8635,
  resolved: 1051,
  won: 419,
  intercept: 0,
  slope: 0.97,
  loss: 0.78,
  lossBefore: 0.8,
  inUse: true,
};

function serve(of: Chance[], models: ModelVersion[]) {
  return fakeServer({
    'GET /forecast/chances?deal=d1': () => ({ body: of }),
    'GET /forecast/models?pipeline=p1': () => ({ body: models }),
  });
}

const panel = <ChancePanel dealId="d1" pipelineId="p1" />;

const listeners = vi.hoisted(() => new Map<string, (event: { id?: string }) => void>());
vi.mock('@/api/live', () => ({
  onLive: (topic: string, listener: (event: { id?: string }) => void) => {
    listeners.set(topic, listener);
    return () => listeners.delete(topic);
  },
}));

afterEach(() => vi.unstubAllGlobals());

describe('the words of a chance', () => {
  const en = new Formatter('en', 'Europe/Warsaw');
  const pl = new Formatter('pl', 'Europe/Warsaw');

  it('tell the range behind the number', () => {
    expect(rangeText(chance('1'), en)).toBe('62% (48–74%)');
    expect(rangeText(chance('1'), pl)).toBe('62% (48–74%)');
  });

  it('never call an open deal certain', () => {
    expect(chanceText(0.0004, en)).toBe('<1%');
    expect(chanceText(0.9996, pl)).toBe('>99%');
    expect(chanceText(0.006, en)).toBe('1%');
  });

  it('give points their sign, and small ones a decimal', () => {
    expect(pointsText(0.09, en)).toBe('+9');
    expect(pointsText(-0.124, en)).toBe('−12');
    expect(pointsText(0.006, pl)).toBe('+0,6');
  });

  it('name quarters as people do', () => {
    expect(quarterText('2026-Q4', 'en')).toBe('Q4 2026');
    expect(quarterText('2026-Q4', 'pl')).toBe('IV kw. 2026');
    expect(quarterOf('2026-11-24')).toBe('2026-Q4');
    expect(quarterOf('2026-11-24', 1)).toBe('2027-Q1');
  });
});

describe('asking for many', () => {
  it('becomes one request per hundred, and what is not answered is nothing', async () => {
    const asked: string[][] = [];
    const one = batched(
      async (ids) => {
        asked.push([...ids]);
        return ids.filter((id) => id !== '7').map((id) => ({ id }));
      },
      (found) => found.id,
      { waitMs: 1 },
    );
    const all = await Promise.all(Array.from({ length: 150 }, (_, index) => one(String(index))));
    expect(asked.map((each) => each.length)).toEqual([100, 50]);
    expect(all[7]).toBeNull();
    expect(all[8]).toEqual({ id: '8' });
  });

  it('fails for all of a request together, and asks again afterwards', async () => {
    let works = false;
    const one = batched(
      async (ids) => {
        if (!works) throw new Error('down');
        return ids.map((id) => ({ id }));
      },
      (found) => found.id,
      { waitMs: 1 },
    );
    expect((await Promise.allSettled([one('a'), one('b')])).map((each) => each.status)).toEqual([
      'rejected',
      'rejected',
    ]);
    works = true;
    await expect(one('a')).resolves.toEqual({ id: 'a' });
  });
});

describe('the chip on a card', () => {
  it('asks once for all cards in sight and stays away where nothing is known', async () => {
    const calls = fakeServer({
      'GET /forecast/chances?deal=d1&deal=d2': () => ({ body: [chance('d1')] }),
    });
    await renderApp(
      <>
        <ChanceChip dealId="d1" />
        <ChanceChip dealId="d2" />
      </>,
    );
    expect(await screen.findByText('Chance of winning 62% (48–74%)')).toBeInTheDocument();
    expect(screen.getAllByText(/^Chance of winning/)).toHaveLength(1);
    expect(calls).toHaveLength(1);
  });
});

describe('a change of a deal', () => {
  it('has its chance read anew, and no other', async () => {
    let told = 0.62;
    const calls = fakeServer({
      'GET /forecast/chances?deal=d1&deal=d2': () => ({ body: [chance('d1'), chance('d2')] }),
      'GET /forecast/chances?deal=d1': () => ({ body: [chance('d1', { chance: told })] }),
    });
    await renderApp(
      <>
        <ChanceChip dealId="d1" />
        <ChanceChip dealId="d2" />
      </>,
    );
    await waitFor(() => expect(screen.getAllByText('62%')).toHaveLength(2));
    told = 0.71;
    listeners.get('deal')?.({ id: 'd1' });
    listeners.get('deal')?.({ id: 'elsewhere' });
    expect(await screen.findByText('71%', {}, { timeout: 5000 })).toBeVisible();
    expect(calls).toHaveLength(2);
  });
});

describe('the panel', () => {
  it('tells the chance with its range, when, and why, in words and points', async () => {
    serve([chance('d1')], [model]);
    const { container } = await renderApp(panel);
    expect(await screen.findByText('62%')).toBeVisible();
    expect(screen.getByText('(48–74%)')).toBeVisible();
    expect(screen.getByText('35%')).toBeVisible();
    expect(screen.getByText('14 Jan 2027')).toBeVisible();
    expect(screen.getByText('more than two years')).toBeVisible();
    const reasons = within(screen.getByRole('list'));
    expect(reasons.getByText('Something happened with it lately')).toBeInTheDocument();
    expect(reasons.getByText('+9 pp')).toBeInTheDocument();
    expect(reasons.getByText('−2 pp')).toBeInTheDocument();
    expect(reasons.getByText('Other facts speak for it')).toBeInTheDocument();
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((each) => each.id)).toEqual([]);
  });

  it('explains the method in one click', async () => {
    serve([chance('d1')], [model]);
    await renderApp(panel, { language: 'pl' });
    await userEvent.click(await screen.findByRole('button', { name: /z tego, co wiadomo o każdej szansie/ }));
    expect(await screen.findByText('1 051 zamkniętych szans, 419 wygranych')).toBeInTheDocument();
  });

  it('leads whoever may to the training when there is no model', async () => {
    serve([], []);
    await renderApp(panel, { me: SHAPER });
    expect(await screen.findByRole('link', { name: 'Train it in the settings' })).toHaveAttribute(
      'href',
      '/settings/forecast-models',
    );
  });

  it('offers no training to others', async () => {
    serve([], []);
    await renderApp(panel);
    expect(await screen.findByText(/No forecast model has been trained/)).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('says so when the model tells nothing of the deal', async () => {
    serve([], [model]);
    await renderApp(panel);
    expect(await screen.findByText(/Nothing can be told of this deal yet/)).toBeVisible();
  });

  it('shows a failure', async () => {
    fakeServer({
      'GET /forecast/chances?deal=d1': () => ({ status: 400, body: { title: 'Refused' } }),
      'GET /forecast/models?pipeline=p1': () => ({ body: [] }),
    });
    await renderApp(panel);
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Refused'));
  });
});
