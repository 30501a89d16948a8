import { QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { createQueryClient } from '@/app/queryClient';
import { FIRST_CARDS, keys } from '../api';
import { sampleCard } from '../samples';
import type { Column } from '../types';
import { boardQuery, columnQuery, readBoardsAgain } from './boardData';

const totals = { count: 1, total: '100', weighted: '50' };
const stages = ['a', 'b'];
let asked: string[] = [];
let title = 'before';

function answer(url: string): unknown {
  asked.push(url.replace('/api/v1/pipelines/p1/', ''));
  const cards = (stageId: string) => [sampleCard(`${stageId}1`, { stageId, title })];
  const stage = /board\/(\w+)/.exec(url)?.[1];
  if (stage) return { items: cards(stage), next: null };
  const all = stages.map((stageId) => ({ stageId, ...totals, cards: cards(stageId), next: null }));
  return { pipelineId: 'p1', currency: 'PLN', asOf: '', stages: all };
}

async function openBoard() {
  asked = [];
  title = 'before';
  vi.stubGlobal('fetch', async (url: string) => {
    return new Response(JSON.stringify(answer(url)), { headers: { 'Content-Type': 'application/json' } });
  });
  const client = createQueryClient();
  new QueryObserver(client, boardQuery(client, 'p1', {})).subscribe(() => undefined);
  const titleIn = (stage: string) =>
    client.getQueryData<Column>(keys.column('p1', {}, stage))?.cards[0]?.title;
  await vi.waitFor(() => expect(titleIn('b')).toBe('before'));
  for (const stage of stages) {
    new QueryObserver(client, columnQuery(client, 'p1', {}, stage)).subscribe(() => undefined);
  }
  title = 'after';
  return { client, titleIn };
}

afterEach(() => vi.unstubAllGlobals());

it('reads a board with all its first cards again in one request', async () => {
  const { client, titleIn } = await openBoard();
  readBoardsAgain(client, performance.now());
  await vi.waitFor(() => expect([titleIn('a'), titleIn('b')]).toEqual(['after', 'after']));
  expect(asked).toEqual([`board?cards=${FIRST_CARDS}`, `board?cards=${FIRST_CARDS}`]);
});

it('reads a column that was scrolled through again by itself', async () => {
  const { client, titleIn } = await openBoard();
  const many = Array.from({ length: FIRST_CARDS + 1 }, (_, at) => sampleCard(`a${at}`));
  client.setQueryData<Column>(keys.column('p1', {}, 'a'), { cards: many, next: null });
  readBoardsAgain(client, performance.now());
  await vi.waitFor(() => expect([titleIn('a'), titleIn('b')]).toEqual(['after', 'after']));
  expect(asked.slice(1).sort()).toEqual([`board/a?cards=${FIRST_CARDS + 1}`, `board?cards=${FIRST_CARDS}`]);
});

it('does not ask again for a board that was read since', async () => {
  const opened = performance.now();
  const { client } = await openBoard();
  readBoardsAgain(client, opened);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(asked).toHaveLength(1);
});
