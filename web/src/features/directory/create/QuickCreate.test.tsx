import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { renderApp } from '@/test/render';
import { QuickCreate } from './QuickCreate';

const likely = {
  items: [
    { record: { id: 'c9', name: 'Nurt sp. z o.o.' }, reasons: ['same-name', 'same-tax-number'], score: 0.99 },
  ],
};

describe('a new company', () => {
  it('shows likely doubles with their reasons while it is typed', async () => {
    fakeServer({ 'GET /companies/duplicates?name=Nurt': () => ({ body: likely }) });
    await renderApp(<QuickCreate kind="company" onClose={() => {}} />);
    await userEvent.type(screen.getByLabelText('Name'), 'Nurt');
    const link = await screen.findByRole('link', { name: 'Nurt sp. z o.o.' });
    expect(link).toHaveAttribute('href', '/companies/c9');
    expect(screen.getByText('same name, same tax number')).toBeInTheDocument();
    expect(screen.getByText('Is it this company?')).toBeInTheDocument();
  });

  it('is not sent without a name, nor with a wrong NIP', async () => {
    const calls = fakeServer({});
    await renderApp(<QuickCreate kind="company" onClose={() => {}} />);
    await userEvent.type(screen.getByLabelText('Tax number'), '526-025-09-96');
    await userEvent.click(screen.getByRole('button', { name: /Add the company/ }));
    expect(await screen.findByText('Enter the company’s name')).toBeInTheDocument();
    expect(screen.getByText(/check digit does not fit/)).toBeInTheDocument();
    expect(calls.some((call) => call.method === 'POST')).toBe(false);
  });

  it('is sent with Ctrl+Enter, and shows what the server refuses at its field', async () => {
    const refusal = {
      status: 422,
      body: {
        title: 'Check the fields',
        errors: [{ field: 'emails[0].value', message: 'Not an e-mail address.' }],
      },
    };
    const calls = fakeServer({ 'POST /companies': () => refusal });
    const close = vi.fn();
    await renderApp(<QuickCreate kind="company" onClose={close} />);
    await userEvent.type(screen.getByLabelText('Name'), 'Nurt');
    await userEvent.type(screen.getByLabelText('E-mail'), 'nurt.pl{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Not an e-mail address.')).toBeInTheDocument();
    expect(calls.find((call) => call.method === 'POST')?.body).toEqual({
      name: 'Nurt',
      emails: [{ value: 'nurt.pl' }],
    });
    expect(close).not.toHaveBeenCalled();
  });
});

describe('a new contact', () => {
  it('belongs to the company it is added from', async () => {
    const calls = fakeServer({
      'POST /contacts': () => ({ status: 201, body: { id: 'p1', name: 'Ewa Nowak' } }),
    });
    const close = vi.fn();
    await renderApp(<QuickCreate kind="contact" company={{ id: 'c1', name: 'Nurt' }} stay onClose={close} />);
    await userEvent.type(screen.getByLabelText('First name'), 'Ewa');
    await userEvent.click(screen.getByRole('button', { name: /Add the contact/ }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(calls.find((call) => call.method === 'POST')?.body).toEqual({ firstName: 'Ewa', companyId: 'c1' });
  });
});
