import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { renderApp } from '@/test/render';
import { LostReasons } from './LostReasons';
import { Products } from './Products';
import { Rates } from './Rates';

afterEach(() => vi.unstubAllGlobals());

const sent = (calls: { method: string }[]) => calls.filter(({ method }) => method !== 'GET');

describe('a form of the settings that is not complete', () => {
  it('says so at the name of a new reason, and forgets it once the reason is in', async () => {
    const calls = fakeServer({
      'GET /lost-reasons': () => ({ body: [] }),
      'POST /lost-reasons': () => ({ body: { id: 'r', name: 'Price', position: 0, archivedAt: null } }),
    });
    await renderApp(<LostReasons />);
    await userEvent.click(await screen.findByRole('button', { name: 'Add' }));
    expect(screen.getByText('It needs a name')).toBeInTheDocument();
    expect(sent(calls)).toHaveLength(0);
    await userEvent.type(screen.getByLabelText('New reason'), 'Price');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    await vi.waitFor(() => expect(screen.getByLabelText('New reason')).toHaveValue(''));
    expect(screen.queryByText('It needs a name')).not.toBeInTheDocument();
  });

  it('says what is wrong with a currency and its rate', async () => {
    const calls = fakeServer({ 'GET /exchange-rates': () => ({ body: [] }) });
    await renderApp(<Rates />);
    await userEvent.click(await screen.findByRole('button', { name: 'Add a rate' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Three letters, such as EUR')).toBeInTheDocument();
    expect(screen.getByText('A number above zero')).toBeInTheDocument();
    expect(sent(calls)).toHaveLength(0);
  });

  it('asks for the name of a product', async () => {
    const calls = fakeServer({
      'GET /products': () => ({ body: { items: [], next: null } }),
      'GET /products?limit=200': () => ({ body: { items: [], next: null } }),
    });
    await renderApp(<Products />);
    await userEvent.click(await screen.findByRole('button', { name: 'New product' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Needed')).toBeInTheDocument();
    expect(sent(calls)).toHaveLength(0);
  });
});
