import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { ME, renderApp } from '@/test/render';
import { sampleDeal, samplePipeline } from '../samples';
import type { Deal, Pipeline } from '../types';
import { lastPipeline, rememberPipeline } from './lastPipeline';
import { useShownPipeline } from './useShownPipeline';

const empty: Pipeline = { ...samplePipeline, id: 'p1', name: 'Made beforehand' };
const full: Pipeline = { ...samplePipeline, id: 'p2', name: 'Water works' };
const busy = 'GET /deals?status=open&sort=-updatedAt&limit=1';

function Shown({ addressed }: { addressed?: string }) {
  const { pipeline } = useShownPipeline(addressed);
  return <p>{pipeline === undefined ? 'still looking' : (pipeline?.name ?? 'none')}</p>;
}

function serve(pipelines: Pipeline[], deals: Deal[]) {
  return fakeServer({
    'GET /pipelines': () => ({ body: pipelines }),
    [busy]: () => ({ body: { items: deals, next: null } }),
  });
}

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

it('opens where the work is when nobody has chosen yet, and stays there', async () => {
  serve([empty, full], [sampleDeal('1', { pipelineId: 'p2' })]);
  await renderApp(<Shown />);
  expect(await screen.findByText('Water works')).toBeInTheDocument();
  expect(lastPipeline(ME.user.id)).toBe('p2');
});

it('opens the first while there are no deals, without keeping to it', async () => {
  serve([empty, full], []);
  await renderApp(<Shown />);
  expect(await screen.findByText('Made beforehand')).toBeInTheDocument();
  expect(lastPipeline(ME.user.id)).toBeUndefined();
});

it('asks for nothing more where there is only one', async () => {
  const calls = serve([empty], []);
  await renderApp(<Shown />);
  expect(await screen.findByText('Made beforehand')).toBeInTheDocument();
  expect(calls.map((call) => call.path)).toEqual(['/pipelines']);
});

it('opens what this person chose last, and another person elsewhere on the same device', async () => {
  rememberPipeline(ME.user.id, 'p1');
  rememberPipeline('somebody else', 'p2');
  const calls = serve([empty, full], [sampleDeal('1', { pipelineId: 'p2' })]);
  await renderApp(<Shown />);
  expect(await screen.findByText('Made beforehand')).toBeInTheDocument();
  expect(calls).toHaveLength(1);
});

it('goes by the address before all', async () => {
  rememberPipeline(ME.user.id, 'p2');
  serve([empty, full], []);
  await renderApp(<Shown addressed="p1" />);
  expect(await screen.findByText('Made beforehand')).toBeInTheDocument();
  expect(lastPipeline(ME.user.id)).toBe('p1');
});
