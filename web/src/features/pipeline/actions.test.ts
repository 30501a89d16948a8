import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { initI18n } from '@/app/i18n';
import { fakeServer } from '@/test/fakeFetch';
import { createActions } from './actions';
import { keys } from './api';
import * as dialogs from './dialogs/dialogs';
import { createLiveDeals } from './model/live';
import { sampleCard, sampleDeal, samplePipeline } from './samples';
import type { BoardTotals, Column } from './types';

const MOVE = 'POST /deals/1/move';
let client: QueryClient;

const idsIn = (stageId: string) =>
  client
    .getQueryData<Column>(keys.column('p1', {}, stageId))
    ?.cards.map((card) => card.id)
    .join('');
const countOf = (stageId: string) =>
  client.getQueryData<BoardTotals>(keys.board('p1', {}))?.stages.find((each) => each.stageId === stageId)
    ?.count;

beforeEach(async () => {
  await initI18n('en');
  client = new QueryClient();
  client.setQueryData(keys.pipelines, [samplePipeline]);
  client.setQueryData<Column>(keys.column('p1', {}, 'a'), {
    cards: [sampleCard('1'), sampleCard('2')],
    next: null,
  });
  client.setQueryData<Column>(keys.column('p1', {}, 'b'), {
    cards: [sampleCard('3', { stageId: 'b' })],
    next: null,
  });
  const totals = (stageId: string, count: number) => ({
    stageId,
    count,
    total: String(count * 100),
    weighted: String(count * 50),
    currencyMixed: false,
    unvalued: 0,
  });
  client.setQueryData<BoardTotals>(keys.board('p1', {}), {
    pipelineId: 'p1',
    currency: 'PLN',
    stages: [totals('a', 2), totals('b', 1)],
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  client.clear();
});

describe('a move', () => {
  it('is shown before the server has answered, and stays when it agrees', async () => {
    fakeServer({ [MOVE]: () => ({ body: sampleDeal('1', { stageId: 'b', version: 2 }) }) });
    const done = createActions(client).move(['1'], { stageId: 'b', afterDealId: '3' });
    expect(idsIn('a')).toBe('2');
    expect(idsIn('b')).toBe('31');
    expect(countOf('b')).toBe(2);
    expect(await done).toBe(true);
    expect(idsIn('b')).toBe('31');
    expect(client.getQueryData<Column>(keys.column('p1', {}, 'b'))?.cards[1]?.version).toBe(2);
  });

  it('is put back where it came from when a gate refuses, and says what is missing', async () => {
    const asked = vi.spyOn(dialogs, 'ask');
    const requirements = [{ code: 'x', message: 'Set the expected close', field: 'expectedClose' }];
    fakeServer({
      [MOVE]: () => ({
        status: 409,
        body: { title: 'Not yet', code: 'pipeline.move-refused', requirements },
      }),
    });
    expect(await createActions(client).move(['1'], { stageId: 'b', afterDealId: null })).toBe(false);
    expect(idsIn('a')).toBe('12');
    expect(idsIn('b')).toBe('3');
    expect([countOf('a'), countOf('b')]).toEqual([2, 1]);
    expect(asked).toHaveBeenCalledWith(expect.objectContaining({ kind: 'refused', requirements }));
  });

  it('asks for the reason where a lost deal has none', async () => {
    const asked = vi.spyOn(dialogs, 'ask');
    fakeServer({
      [MOVE]: () => ({ status: 422, body: { title: 'Why?', code: 'pipeline.lost-reason-missing' } }),
    });
    await createActions(client).move(['1'], { stageId: 'lost', afterDealId: null });
    expect(asked).toHaveBeenCalledWith(expect.objectContaining({ kind: 'lost', ids: ['1'] }));
    expect(idsIn('a')).toBe('12');
  });

  it('goes on when somebody only edited the deal meanwhile', async () => {
    const calls = fakeServer({
      [MOVE]: ({ headers }) =>
        headers.get('If-Match')
          ? { status: 412, body: { title: 'Changed', current: sampleDeal('1', { version: 5 }) } }
          : { body: sampleDeal('1', { stageId: 'b', version: 6 }) },
    });
    expect(await createActions(client).move(['1'], { stageId: 'b', afterDealId: null })).toBe(true);
    expect(calls.map((each) => each.headers.get('If-Match'))).toEqual(['"v1"', null]);
    expect(idsIn('b')).toBe('13');
  });

  it('yields when somebody moved the deal elsewhere meanwhile', async () => {
    fakeServer({
      [MOVE]: () => ({
        status: 412,
        body: { title: 'Changed', current: sampleDeal('1', { stageId: 'won', version: 5 }) },
      }),
    });
    expect(await createActions(client).move(['1'], { stageId: 'b', afterDealId: null })).toBe(false);
    expect(idsIn('b')).toBe('3');
  });

  it('of several keeps their order, each behind the one before', async () => {
    const calls = fakeServer({
      [MOVE]: () => ({ body: sampleDeal('1', { stageId: 'b', version: 2 }) }),
      'POST /deals/2/move': () => ({ body: sampleDeal('2', { stageId: 'b', version: 2 }) }),
    });
    await createActions(client).move(['1', '2'], { stageId: 'b', afterDealId: '3' });
    expect(idsIn('b')).toBe('312');
    expect(calls.map((each) => (each.body as { afterDealId: string }).afterDealId)).toEqual(['3', '1']);
  });

  it('to won takes the card off the board with the version it has by now', async () => {
    client.setQueryData(keys.deal('1'), sampleDeal('1', { version: 1 }));
    client.setQueryData<Column>(keys.column('p1', {}, 'a'), {
      cards: [sampleCard('1', { version: 3 })],
      next: null,
    });
    const calls = fakeServer({
      [MOVE]: () => ({ body: sampleDeal('1', { stageId: 'won', status: 'won', version: 4 }) }),
    });
    await createActions(client).move(['1'], { stageId: 'won', afterDealId: null });
    expect(calls[0]?.headers.get('If-Match')).toBe('"v3"');
    expect(idsIn('a')).toBe('');
  });
});

describe('the live stream', () => {
  const stale = (stageId: string) => client.getQueryState(keys.column('p1', {}, stageId))?.isInvalidated;

  it('has only the columns read anew that a change of another person touches', async () => {
    createLiveDeals(client, 0)({ id: '9', stageId: 'b', fromStageId: 'won', version: 2 });
    await vi.waitFor(() => expect(stale('b')).toBe(true));
    expect(stale('a')).toBe(false);
  });

  it('leaves alone what is known already', async () => {
    createLiveDeals(client, 0)({ id: '1', stageId: 'a', fromStageId: 'b', version: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stale('a')).toBe(false);
    expect(stale('b')).toBe(false);
  });

  it('waits for the answer to a move of one’s own, which then needs nothing more', async () => {
    let answer: (value: Response) => void = () => {};
    vi.stubGlobal(
      'fetch',
      () =>
        new Promise<Response>((resolve) => {
          answer = resolve;
        }),
    );
    const done = createActions(client).move(['1'], { stageId: 'b', afterDealId: null });
    createLiveDeals(client, 0)({ id: '1', stageId: 'b', fromStageId: 'a', version: 2 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const body = JSON.stringify(sampleDeal('1', { stageId: 'b', version: 2 }));
    answer(new Response(body, { headers: { 'Content-Type': 'application/json' } }));
    await done;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stale('b')).toBe(false);
  });
});
