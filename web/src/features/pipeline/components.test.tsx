import { Notifications } from '@mantine/notifications';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { ME, renderApp } from '@/test/render';
import LostDialog from './dialogs/LostDialog';
import WonDialog from './dialogs/WonDialog';
import { FilterBar, FilterChips } from './filters/FilterBar';
import FilterPanel from './filters/FilterPanel';
import { DealRecord } from './record/DealRecord';
import { sampleDeal, samplePipeline } from './samples';
import { StageList } from './settings/StageList';

const WRITER = { ...ME, permissions: ['read', 'write'] as typeof ME.permissions };
const READER = { ...ME, permissions: ['read'] as typeof ME.permissions };

afterEach(() => vi.unstubAllGlobals());

const lists = {
  'GET /pipelines': () => ({ body: [samplePipeline] }),
  'GET /lost-reasons': () => ({ body: [{ id: 'r1', name: 'Price', position: 0, archivedAt: null }] }),
  'GET /users': () => ({ body: [{ id: 'u1', name: 'Ewa Wójcik', status: 'active', teams: [] }] }),
  'GET /tags?kind=deal': () => ({ body: [] }),
  'GET /products': () => ({ body: { items: [], next: null } }),
  'GET /custom-fields?kind=deal': () => ({ body: [] }),
  'GET /deals/1': () => ({ body: sampleDeal('1') }),
  'GET /deals/1/path': () => ({
    body: [
      {
        stageId: 'a',
        name: 'Stage a',
        passNo: 1,
        enteredAt: '2026-11-01T00:00:00Z',
        leftAt: null,
        days: 23,
        exitKind: null,
      },
    ],
  }),
  'GET /deals/1/timeline?limit=50': () => ({
    body: {
      items: [
        {
          id: '1',
          at: '2026-11-01T00:00:00Z',
          kind: 'created',
          actor: { id: 'u1', name: 'Ewa Wójcik' },
          changes: {},
          note: null,
        },
      ],
      next: null,
    },
  }),
};

/** Colours need a real page; the browser journeys look at them. */
async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`);
}

describe('losing a deal', () => {
  it('asks for a reason and sends the outcome with it', async () => {
    const calls = fakeServer({
      ...lists,
      'POST /deals/1/move': () => ({
        body: sampleDeal('1', { status: 'lost', stageId: 'lost', version: 2 }),
      }),
    });
    await renderApp(<LostDialog ids={['1']} />, { me: WRITER });
    const act = await screen.findByRole('button', { name: /Mark as lost/ });
    await screen.findByText('*');
    await userEvent.click(await screen.findByRole('radio', { name: /competitor/ }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Who won it?' }), 'Rival');
    await userEvent.click(screen.getByRole('combobox', { name: /Reason/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Price' }));
    await userEvent.click(act);
    await waitFor(() => expect(calls.some((each) => each.path === '/deals/1/move')).toBe(true));
    expect(calls.find((each) => each.path === '/deals/1/move')?.body).toMatchObject({
      stageId: 'lost',
      outcome: 'competitor',
      competitor: 'Rival',
      lostReasonId: 'r1',
    });
  });

  it('says at the field what is missing and goes there when it is sent too early', async () => {
    const calls = fakeServer(lists);
    await renderApp(<LostDialog ids={['1']} />, { me: WRITER });
    await screen.findByText('*');
    await userEvent.click(screen.getByRole('radio', { name: /No decision/ }));
    expect(screen.queryByText('Choose the main reason')).toBeNull();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Choose the main reason')).toBeInTheDocument();
    const reason = screen.getByRole('combobox', { name: /Reason/ });
    await waitFor(() => expect(reason).toHaveFocus());
    expect(reason).toHaveAccessibleDescription('Choose the main reason');
    expect(calls.some((each) => each.method === 'POST')).toBe(false);
  });

  it('offers the way back, with a day to resume', async () => {
    const calls = fakeServer({
      ...lists,
      'POST /deals/1/return': () => ({ body: sampleDeal('1', { resumeOn: '2027-02-24', version: 2 }) }),
    });
    await renderApp(<LostDialog ids={['1']} returning />, { me: WRITER });
    const act = await screen.findByRole('button', { name: /Return for nurture/ });
    await waitFor(() => expect(act).toBeEnabled());
    await userEvent.click(act);
    await waitFor(() => expect(calls.some((each) => each.path === '/deals/1/return')).toBe(true));
    expect(calls.find((each) => each.path === '/deals/1/return')?.body).toMatchObject({
      stageId: 'a',
      resumeOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  it('is whole for those who listen', async () => {
    fakeServer(lists);
    await renderApp(<LostDialog ids={['1']} />, { me: WRITER });
    await screen.findByRole('button', { name: /Mark as lost/ });
    expect(await violations()).toEqual([]);
  });
});

describe('winning a deal', () => {
  it('takes the final amount as people write it', async () => {
    const calls = fakeServer({
      ...lists,
      'POST /deals/1/move': () => ({ body: sampleDeal('1', { status: 'won', stageId: 'won', version: 2 }) }),
    });
    await renderApp(<WonDialog ids={['1']} />, { me: WRITER });
    const field = await screen.findByRole('textbox', { name: 'Final amount' });
    await userEvent.clear(field);
    await userEvent.type(field, '1 234,50');
    await userEvent.click(screen.getByRole('button', { name: /Mark as won/ }));
    await waitFor(() => expect(calls.some((each) => each.path === '/deals/1/move')).toBe(true));
    expect(calls.find((each) => each.path === '/deals/1/move')?.body).toMatchObject({
      stageId: 'won',
      amount: '1234.5',
    });
  });
});

describe('a deal', () => {
  it('shows its way, its story and its fields, and is whole for those who listen', async () => {
    fakeServer(lists);
    await renderApp(<DealRecord id="1" place="page" onGo={() => {}} />, { me: WRITER });
    expect(await screen.findByRole('button', { name: /Stage a/ })).toHaveAttribute('aria-current', 'step');
    expect(await screen.findByText('Created')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Edit: Company/ })).toHaveTextContent('Browar Bałtycki');
    expect(await violations()).toEqual([]);
  });

  const withField = (field: object) => ({
    ...lists,
    'GET /custom-fields?kind=deal': () => ({
      body: [
        {
          id: 'f1',
          recordKind: 'deal',
          options: [],
          help: null,
          position: 0,
          archivedAt: null,
          version: 1,
          ...field,
        },
      ],
    }),
  });

  it("says when a switch of the workspace's own could not be saved", async () => {
    fakeServer({
      ...withField({ key: 'checked', label: 'Contract checked', type: 'boolean' }),
      'PATCH /deals/1': () => ({ status: 403, body: { title: 'Not yours to change' } }),
    });
    await renderApp(
      <>
        <Notifications />
        <DealRecord id="1" place="page" onGo={() => {}} />
      </>,
      { me: WRITER },
    );
    await userEvent.click(await screen.findByRole('switch', { name: 'Contract checked' }));
    expect(await screen.findByText('Not yours to change')).toBeInTheDocument();
  });

  it("shows what somebody else saved meanwhile in a field of the workspace's own", async () => {
    const theirs = sampleDeal('1', { custom: { region: 'North' }, version: 9 });
    fakeServer({
      ...withField({ key: 'region', label: 'Region', type: 'text' }),
      'PATCH /deals/1': () => ({ status: 412, body: { title: 'Changed', current: theirs } }),
    });
    await renderApp(<DealRecord id="1" place="page" onGo={() => {}} />, { me: WRITER });
    await userEvent.click(await screen.findByRole('button', { name: /Edit: Region/ }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Region' }), 'South{Enter}');
    expect(await screen.findByRole('dialog')).toHaveTextContent('North');
  });

  it('offers a reader nothing to change', async () => {
    fakeServer(lists);
    await renderApp(<DealRecord id="1" place="page" onGo={() => {}} />, { me: READER });
    expect(await screen.findByText('Browar Bałtycki')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Edit/ })).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
    expect(await screen.findByRole('button', { name: /Stage b/ })).toBeDisabled();
  });
});

describe('filters', () => {
  it('are shown as chips that take them away', async () => {
    fakeServer(lists);
    const change = vi.fn();
    await renderApp(<FilterChips filters={{ tag: ['urgent'], q: ['x'] }} onChange={change} />, {
      me: WRITER,
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Remove the filter Tag: urgent' }));
    expect(change).toHaveBeenCalledWith({ q: ['x'] });
  });

  it('offer a next step ahead; missing and overdue ones are risks', async () => {
    fakeServer(lists);
    const change = vi.fn();
    const names = ['risk', 'nextStep'];
    const shown = <FilterPanel filters={{}} names={names} onChange={change} />;
    await renderApp(shown, { me: WRITER });
    expect(screen.queryByRole('combobox', { name: /risk/i })).toBeNull();
    await userEvent.click(await screen.findByRole('combobox', { name: 'Next step' }));
    const offered = (await screen.findAllByRole('option')).map((each) => each.textContent);
    expect(offered).toEqual(['Due today', 'Due later']);
  });

  it('keep what an older address asks of the next step', async () => {
    fakeServer(lists);
    const shown = <FilterPanel filters={{ nextStep: ['none'] }} names={['nextStep']} onChange={() => {}} />;
    await renderApp(shown, { me: WRITER });
    expect(await screen.findByText('None')).toBeInTheDocument();
  });

  it('look for the text once typing rests', async () => {
    fakeServer(lists);
    const change = vi.fn();
    await renderApp(<FilterBar filters={{}} names={[]} onChange={change} />, { me: WRITER });
    await userEvent.type(screen.getByRole('textbox'), 'forklift');
    await waitFor(() => expect(change).toHaveBeenCalledTimes(1));
    expect(change).toHaveBeenCalledWith({ q: ['forklift'] });
  });
});

describe('the stages of a pipeline', () => {
  it('are put in order by keyboard', async () => {
    const calls = fakeServer({
      ...lists,
      'PUT /pipelines/p1/stages/order': () => ({ body: samplePipeline }),
    });
    await renderApp(<StageList pipeline={samplePipeline} onEdit={() => {}} />, { me: WRITER });
    screen.getByRole('button', { name: 'Order of Stage b' }).focus();
    await userEvent.keyboard('{ArrowUp}');
    await waitFor(() => expect(calls.some((each) => each.method === 'PUT')).toBe(true));
    expect(calls.find((each) => each.method === 'PUT')?.body).toEqual({
      stageIds: ['b', 'a', 'won', 'lost'],
    });
  });
});
