import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { ME, renderApp } from '@/test/render';
import { Formatter } from '@/ui';
import type { EChartsOption } from '@/ui/chart/Chart';
import type { Look } from '@/ui/chart/look';
import { quarterOf } from '../chance/words';
import type { Outlook, Row, Snapshot, Whole } from './api';
import { ForecastPage } from './ForecastPage';
import { type FanWords, fanOption, fanPoints, placeOfPoint } from './fanOption';
import { lastQuarter, pastSnapshots } from './snapshots';
import { missOf } from './words';

vi.mock('@/ui/chart/Chart', () => ({
  default: ({ label }: { label: string }) => <div role="img" aria-label={label} />,
}));

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
  snapshotId: 'old',
  asOf: '2026-06-30T22:00:00Z',
  measure: 'booked',
  measures: ['booked', 'recognised', 'invoiced', 'cash'],
  currency: 'PLN',
  futures: 2000,
  shock: 0.3,
  tier: 'logit',
  resolved: 1051,
  open: 114,
  withoutAmount: 0,
  widening: 1.2,
  newShare: 0.3,
  knownUntil: '2026-11-23',
  ended: false,
  past: [{ month: '2026-06', amount: '90000' }],
  months: [
    row('2026-07', { came: '140000' }),
    row('2026-08', { came: '60000' }),
    row('2026-09', { p50: '0', came: '0' }),
    row('2026-10'),
  ],
  quarters: [row('2026-Q3', { came: '200000' }), row('2026-Q4')],
  groups: [],
};

const of = (id: string, asOf: string, backtested = false): Snapshot => ({
  id,
  asOf,
  takenAt: asOf,
  weekly: true,
  backtested,
});

/** The start of the quarter before the present one, at midnight in Warsaw's summer. */
const [year, number] = quarterOf(new Date().toISOString().slice(0, 10), -1).split('-Q').map(Number);
const start = new Date(Date.UTC(year ?? 0, 3 * ((number ?? 1) - 1), 1) - 7_200_000).toISOString();

function serve(snapshots: Snapshot[]) {
  const newest = { ...outlook, snapshotId: 'new', months: [row('2026-11')], quarters: [row('2026-Q4')] };
  return fakeServer({
    'GET /forecast/outlook?measure=booked': () => ({ body: newest }),
    'GET /forecast/outlook/told?measure=booked&snapshot=new': () => ({ body: [] }),
    'GET /forecast/outlook?measure=booked&snapshot=old': () => ({ body: outlook }),
    'GET /forecast/snapshots': () => ({ body: snapshots }),
    'GET /forecast/runs': () => ({ body: [] }),
    'GET /forecast/levers': () => ({ body: [] }),
    'GET /pipelines': () => ({ body: [] }),
  });
}

const taken = of('new', new Date().toISOString());

afterEach(() => vi.unstubAllGlobals());

describe('snapshots', () => {
  it('of data that ended are those of the quarter they end in, unless it had only begun', () => {
    const list = [
      of('november', '2011-10-31T23:00:00Z', true),
      of('december', '2011-11-30T23:00:00Z', true),
      of('summer', '2011-06-30T22:00:00Z', true),
    ];
    expect(lastQuarter(list, '2026-11-24', '2011-12-19')).toEqual({ quarter: '2011-Q4', snapshot: list[0] });
    expect(lastQuarter(list, '2026-11-24', '2011-10-19')).toEqual({ quarter: '2011-Q3', snapshot: list[2] });
  });

  it('of the past are all but the newest that was really taken', () => {
    const list = [of('a', '2026-01-01T00:00:00Z', true), of('b', '2026-02-01T00:00:00Z')];
    expect(pastSnapshots(list).map(({ id }) => id)).toEqual(['a']);
    expect(pastSnapshots([of('c', '2026-03-01T00:00:00Z', true), ...list]).map(({ id }) => id)).toEqual([
      'c',
      'a',
    ]);
  });

  it('of the last quarter are those made nearest to its start', () => {
    const list = [
      of('now', '2026-11-24T10:00:00Z'),
      of('late', '2026-08-15T00:00:00Z'),
      of('start', '2026-06-30T22:00:00Z', true),
      of('spring', '2026-04-01T00:00:00Z', true),
    ];
    expect(lastQuarter(list, '2026-11-24')).toEqual({ quarter: '2026-Q3', snapshot: list[2] });
    expect(lastQuarter(list, '2026-07-02')).toEqual({ quarter: '2026-Q2', snapshot: list[3] });
    expect(lastQuarter([of('now', '2026-11-24T10:00:00Z')], '2026-11-24')).toBeNull();
    expect(
      lastQuarter([of('now', '2026-11-24T10:00:00Z'), of('x', '2026-01-01T00:00:00Z')], '2026-11-24'),
    ).toBeNull();
  });
});

describe('a miss', () => {
  it('is told as a share of the median, unless nothing was expected', () => {
    expect(missOf({ p50: '120000', came: '150000' })).toEqual({ way: 'more', share: 0.25 });
    expect(missOf({ p50: '120000', came: '60000' })).toEqual({ way: 'less', share: 0.5 });
    expect(missOf({ p50: '120000', came: '120300' }).way).toBe('same');
    expect(missOf({ p50: '0', came: '500' }).way).toBe('from-nothing');
    expect(missOf({ p50: '0', came: '0' }).way).toBe('same');
  });
});

describe('the fan of past months', () => {
  const told = [
    {
      ...row('2026-06', { p10: '95000' }),
      month: '2026-06',
      snapshotId: 'old',
      asOf: '2026-06-01T00:00:00Z',
      backtested: true,
    },
  ];
  const points = fanPoints(outlook as Whole, told);

  it('says where what came lay in what was told', () => {
    expect(points.map(placeOfPoint)).toEqual(['below', 'within', 'below', 'below', null]);
  });

  it('draws what was told as ranges over what came, and says when they were made afterwards', () => {
    const words = new Proxy({} as FanWords, {
      get: (_all, name) => (name === 'place' ? String : String(name)),
    });
    const look = new Proxy({} as Look, { get: () => '#000000' });
    const format = new Formatter('en', 'Europe/Warsaw');
    const option = fanOption(points, outlook as Whole, { look, format, words, narrow: false });
    const series = (option.series as { name: string; data: unknown[] }[]).find(({ name }) => name === 'told');
    expect(series?.data[0]).toEqual([0, 95000, 120000, 180000]);
    const tooltip = (option.tooltip as NonNullable<EChartsOption['tooltip']> & { formatter: unknown })
      .formatter as (found: unknown) => HTMLElement;
    expect(tooltip([{ dataIndex: 0 }]).textContent).toContain('(below)');
    expect(tooltip([{ dataIndex: 0 }]).textContent).toContain('afterwards');
  });
});

describe('an older forecast', () => {
  it('of the last quarter is one click away, with what came of it in words', async () => {
    serve([taken, of('old', start, true)]);
    const { container } = await renderApp(<ForecastPage />, { path: '/forecast' });
    await userEvent.click(await screen.findByRole('button', { name: /^What came of Q\d \d{4}$/ }));
    expect(await screen.findByText(/made afterwards from what was known then/)).toBeVisible();
    const card = within(await screen.findByRole('region', { name: 'What came of it' }));
    expect(card.getByRole('listitem')).toHaveTextContent(
      /^Q3 2026: PLN.200k came, 67% more than the median \(PLN.120k\); the range was PLN.80k – PLN.180k: above the range$/,
    );
    const table = within(card.getByRole('region', { name: 'Table: What came of it' }));
    expect(table.getAllByRole('rowheader').map((each) => each.textContent)).toEqual([
      'July 2026',
      'August 2026',
      'September 2026',
    ]);
    expect(table.getByText('50% less than the median')).toBeVisible();
    expect(table.getByText('as much as the median')).toBeVisible();
    expect(screen.getByText(/200k came in the end, above the range/)).toBeVisible();
    expect(screen.queryByText('What if')).toBeNull();
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([]);
  });

  it('is chosen from those taken then and those made afterwards', async () => {
    serve([taken, of('old', start, true), of('week', '2025-03-03T03:00:00Z')]);
    await renderApp(<ForecastPage />, { path: '/forecast' });
    await userEvent.click(await screen.findByRole('combobox', { name: 'As it stood on' }));
    expect(await screen.findByText('Taken then')).toBeInTheDocument();
    await userEvent.click(screen.getByText('Made afterwards from what was known then'));
    expect(screen.getAllByRole('option', { name: /^As it st/ })).toHaveLength(3);
  });

  it('that was taken then does not claim to have been made afterwards', async () => {
    serve([taken, of('old', start)]);
    await renderApp(<ForecastPage />, { path: '/forecast?snapshot=old', me: ME });
    expect(await screen.findByText(/You see the forecast as it stood on/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Back to the present' }));
    expect(await screen.findByRole('region', { name: 'Q4 2026' })).toBeVisible();
    expect(screen.queryByRole('region', { name: 'What came of it' })).toBeNull();
  });

  it('tells how much wider its ranges are than what was drawn', async () => {
    serve([taken]);
    await renderApp(<ForecastPage />, { path: '/forecast' });
    await userEvent.click(await screen.findByRole('button', { name: 'Show the maths: Q4 2026' }));
    expect(await screen.findByText(/Ranges are 20% wider than the futures alone/)).toBeInTheDocument();
  });

  it('says where data end and opens the forecast of their last quarter', async () => {
    const ended = { ...outlook, ended: true, knownUntil: '2011-12-19', open: 0 };
    fakeServer({
      'GET /forecast/outlook?measure=booked': () => ({ body: { ...ended, snapshotId: 'new' } }),
      'GET /forecast/outlook?measure=booked&snapshot=old': () => ({
        body: { ...ended, months: [row('2011-11')], quarters: [row('2011-Q4', { soFar: '90000' })] },
      }),
      'GET /forecast/snapshots': () => ({ body: [taken, of('old', '2011-10-31T23:00:00Z', true)] }),
      'GET /forecast/runs': () => ({ body: [] }),
    });
    await renderApp(<ForecastPage />, { path: '/forecast' });
    expect(await screen.findByText('The data end on 19 Dec 2011')).toBeVisible();
    expect(screen.queryByText('Levers')).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: /Open the forecast of/ }));
    expect(
      await screen.findByText(/had been won by 19 Dec 2011, the last day of which all is known/),
    ).toBeVisible();
  });
});
