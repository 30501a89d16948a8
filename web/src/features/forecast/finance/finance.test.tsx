import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { ME, renderApp } from '@/test/render';
import { percentOf, readAmount, readShare, sumOfShares } from './amount';
import DealBilling from './DealBilling';
import { FinancePage } from './FinancePage';
import { Outflows } from './Outflows';

const MANAGER = { ...ME, permissions: ['read', 'write', 'manage-pipelines'] as typeof ME.permissions };

const INVOICE = {
  id: 'i1',
  number: 'FV 1/11',
  dealId: null,
  deal: null,
  companyId: 'c1',
  company: 'Młyn',
  amount: '1000',
  currency: 'PLN',
  issuedOn: '2026-10-01',
  dueOn: '2026-10-15',
  paid: '400',
  open: '600',
  status: 'late',
  daysLate: 40,
  receipts: [{ id: 'r1', amount: '400', receivedOn: '2026-10-20' }],
  expected: { early: '2026-11-28', likely: '2026-12-10', late: null },
  version: 3,
};

const OWED = {
  asOf: '2026-11-24',
  currency: 'PLN',
  total: '600',
  late: '600',
  leftOut: 2,
  ageing: ['due', '30', '60', '90', 'older'].map((bucket) => ({
    bucket,
    count: bucket === '60' ? 1 : 0,
    amount: bucket === '60' ? '600' : '0',
  })),
  items: [INVOICE],
  next: null,
};

const PLAN = {
  kind: 'at_once',
  netDays: 14,
  months: null,
  instalments: [{ share: '1', afterDays: 0 }],
  from: 'built_in',
  own: false,
  version: 0,
};

afterEach(() => vi.unstubAllGlobals());

describe('receivables', () => {
  const serve = (owed: object) =>
    fakeServer({
      'GET /forecast/receivables?limit=1': () => ({ body: owed }),
      'GET /forecast/receivables?status=open&limit=100': () => ({ body: owed }),
      'POST /forecast/invoices/i1/receipts': () => ({ status: 201, body: INVOICE }),
    });

  it('say how late an invoice is and take the money that came', async () => {
    const calls = serve(OWED);
    await renderApp(<FinancePage />, { me: MANAGER });
    expect(await screen.findByText('40 days late')).toBeVisible();
    expect(screen.getByText(/not a cash flow/)).toHaveTextContent('2 invoices in currencies');
    await userEvent.click(screen.getByText('FV 1/11'));
    await userEvent.click(await screen.findByRole('button', { name: 'Record receipt' }));
    const amount = await screen.findByLabelText('Amount in PLN');
    expect(amount).toHaveValue('600');
    await userEvent.clear(amount);
    await userEvent.type(amount, '250,50');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(calls.find((call) => call.method === 'POST')?.body).toMatchObject({ amount: '250.50' }),
    );
  });

  it('list the invoices behind a part of the ageing, and all that is owed when it is pressed again', async () => {
    const behind = { ...INVOICE, id: 'i2', number: 'FV 2/09' };
    fakeServer({
      'GET /forecast/receivables?limit=1': () => ({ body: OWED }),
      'GET /forecast/receivables?status=open&limit=100': () => ({ body: OWED }),
      'GET /forecast/receivables?status=60&limit=100': () => ({ body: { ...OWED, items: [behind] } }),
    });
    await renderApp(<FinancePage />, { me: MANAGER });
    const bucket = await screen.findByRole('button', { name: /31–60 days/ });
    expect(screen.getByRole('button', { name: /over 90 days/ })).toBeDisabled();
    await userEvent.click(bucket);
    expect(await screen.findByText('FV 2/09')).toBeVisible();
    expect(bucket).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(bucket);
    expect(await screen.findByText('FV 1/11')).toBeVisible();
    expect(bucket).toHaveAttribute('aria-pressed', 'false');
  });

  it('teach what belongs here while nothing is owed, and offer nothing to those who only read', async () => {
    serve({ ...OWED, items: [] });
    await renderApp(<FinancePage />, { me: { ...ME, permissions: ['read'] as typeof ME.permissions } });
    expect(await screen.findByText('Nothing is owed')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Add invoice' })).toBeNull();
  });
});

describe('the billing plan of a deal', () => {
  it('must sum to the whole before it is saved', async () => {
    const calls = fakeServer({
      'GET /forecast/billing/deals/d1': () => ({ body: PLAN }),
      'PUT /forecast/billing/deals/d1': () => ({
        body: { ...PLAN, kind: 'deposit', from: 'deal', own: true },
      }),
    });
    await renderApp(<DealBilling dealId="d1" />, { me: MANAGER });
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
    await userEvent.click(await screen.findByRole('combobox', { name: 'How it is invoiced' }));
    await userEvent.click(await screen.findByText('Deposit and rest'));
    const rest = await screen.findByLabelText('Share of part 2');
    await userEvent.clear(rest);
    await userEvent.type(rest, '60');
    expect(screen.getByText('The parts sum to 90%. They must sum to 100%.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.getByLabelText('Share of part 1')).toHaveFocus());
    expect(calls.some((call) => call.method === 'PUT')).toBe(false);
    await userEvent.clear(rest);
    await userEvent.type(rest, '70');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(calls.find((call) => call.method === 'PUT')?.body).toMatchObject({
        kind: 'deposit',
        instalments: [
          { share: '0.3', afterDays: 0 },
          { share: '0.7', afterDays: 30 },
        ],
      }),
    );
  });
});

describe('what goes out', () => {
  const NONE = {
    commission: '0',
    delivery: '0',
    deliveryOf: 'invoiced',
    payroll: [],
    currency: 'PLN',
    entered: false,
    version: 0,
  };

  it('is entered as shares and as wages from a month on', async () => {
    const calls = fakeServer({
      'GET /forecast/outflows': () => ({ body: NONE }),
      'PUT /forecast/outflows': () => ({ body: { ...NONE, entered: true, version: 1 } }),
    });
    await renderApp(<Outflows />, { me: MANAGER });
    expect(await screen.findByText(/tells cash-in, not a cash flow/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Change' }));
    const commission = await screen.findByLabelText(/Commission on won deals/);
    await userEvent.clear(commission);
    await userEvent.type(commission, '7,5');
    await userEvent.click(screen.getByRole('button', { name: 'Add wages from a month on' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.getByLabelText('Amount a month, entry 1')).toHaveFocus());
    expect(screen.getByText('Needed')).toBeVisible();
    expect(calls.some((call) => call.method === 'PUT')).toBe(false);
    await userEvent.type(screen.getByLabelText('Amount a month, entry 1'), '120 000,50');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(calls.find((call) => call.method === 'PUT')?.body).toMatchObject({
        commission: '0.075',
        delivery: '0',
        payroll: [{ from: expect.stringMatching(/^\d{4}-\d{2}$/), amount: '120000.50' }],
      }),
    );
  });

  it('is told in words once it is entered', async () => {
    fakeServer({
      'GET /forecast/outflows': () => ({
        body: {
          ...NONE,
          entered: true,
          delivery: '0.3',
          deliveryOf: 'recognised',
          payroll: [{ from: '2026-03', amount: '90000' }],
        },
      }),
    });
    await renderApp(<Outflows />, { me: { ...ME, permissions: ['read'] as typeof ME.permissions } });
    expect(await screen.findByText('Delivery: 30% of recognised revenue')).toBeVisible();
    expect(screen.getByText(/Wages from March 2026/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
  });
});

describe('amounts and shares as typed', () => {
  it('are read in both spellings', () => {
    expect(readAmount('1 234,50')).toBe('1234.50');
    expect(readAmount('-20')).toBe('-20');
    expect(readAmount('0')).toBeNull();
    expect(readShare('33,5')).toBe('0.335');
    expect(readShare('100')).toBe('1');
    expect(readShare('5')).toBe('0.05');
    expect(readShare('101')).toBeNull();
    expect(percentOf('0.335')).toBe('33.5');
    expect(percentOf('1')).toBe('100');
    expect(sumOfShares(['33.33', '33.33', '33.34'])).toBe(100);
  });
});
