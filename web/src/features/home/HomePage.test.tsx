import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '@/app/session';
import { ME, renderApp } from '@/test/render';
import { HomePage } from './HomePage';

afterEach(() => {
  vi.unstubAllGlobals();
});

const none = { body: { items: [], next: null } };
const some = { body: { items: [{ id: '1' }], next: null } };
const figure = (value: number | string) => ({ value, n: 20, drill: { status: ['won'] } });

/** Answers by the beginning of the path; the queries of this screen hold today's date. */
function server(filled: boolean, demo = false) {
  const answer = (path: string) => {
    if (path.startsWith('/demo')) return { body: { present: demo } };
    if (path.startsWith('/insights/summary'))
      return {
        body: {
          asOf: '2026-11-24T10:00:00Z',
          currency: 'PLN',
          wonCount: figure(11),
          wonValue: figure('412300'),
          lostCount: figure(7),
          openCount: figure(87),
          openValue: figure('3240000'),
        },
      };
    if (path.startsWith('/deals?status=open'))
      return {
        body: {
          items: [
            {
              id: 'd1',
              title: 'Packing line',
              company: { id: 'c1', name: 'Browar' },
              owner: null,
              amount: '1200.5',
              currency: 'PLN',
              expectedClose: null,
              nextStep: null,
              nextStepOn: null,
              resumeOn: null,
            },
          ],
          next: null,
        },
      };
    return filled ? some : none;
  };
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.replace('/api/v1', '');
    return new Response(JSON.stringify(answer(path).body), {
      headers: { 'Content-Type': 'application/json' },
    });
  });
}

const as = (role: Me['user']['role'], permissions: Me['permissions']): Me => ({
  ...ME,
  user: { ...ME.user, role },
  permissions,
});
const ALL: Me['permissions'] = [
  'read',
  'write',
  'import',
  'manage-pipelines',
  'manage-users',
  'manage-workspace',
];

describe('the first page', () => {
  it('of an empty workspace offers the three steps and the demo company', async () => {
    server(false);
    await renderApp(<HomePage />, { me: as('administrator', ALL) });
    expect(await screen.findByText('1. Bring in what you have')).toBeInTheDocument();
    expect(screen.getByText('2. Invite your team')).toBeInTheDocument();
    expect(screen.getByText('3. Shape your process')).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Try with the demo company' })).toBeInTheDocument();
  });

  it('offers nobody what they may not do', async () => {
    server(false);
    await renderApp(<HomePage />, { me: as('representative', ['read', 'write']) });
    expect(await screen.findByText('Nothing for you yet')).toBeInTheDocument();
    expect(screen.queryByText('Try with the demo company')).toBeNull();
  });

  it('shows a representative the deals that ask for a step', async () => {
    server(true);
    await renderApp(<HomePage />, { me: as('representative', ['read', 'write']) });
    expect(await screen.findByRole('link', { name: /Packing line/ })).toHaveAttribute('href', '/deals/d1');
    expect(screen.getByRole('region', { name: 'Without a next step' })).toBeInTheDocument();
  });

  it('shows a stakeholder figures and no work', async () => {
    server(true);
    await renderApp(<HomePage />, { me: as('stakeholder', ['read']) });
    expect(await screen.findByText('Deals won this month')).toBeInTheDocument();
    expect(screen.queryByText('Packing line')).toBeNull();
  });

  it('says that a demo company is in, to those who can take it out', async () => {
    server(true, true);
    await renderApp(<HomePage />, { me: as('administrator', ALL) });
    expect(await screen.findByRole('button', { name: 'Remove the demo company' })).toBeInTheDocument();
  });
});
