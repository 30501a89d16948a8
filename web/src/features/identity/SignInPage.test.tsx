import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { ME, renderApp } from '@/test/render';
import { SignInPage } from './SignInPage';

afterEach(() => vi.unstubAllGlobals());

const notNeeded = { 'GET /setup': () => ({ body: { needed: false, tokenValid: false } }) };
const refusal = (code: string) => ({ status: 401, body: { title: 'Refused', detail: 'No', code } });

async function fill(password: string) {
  await userEvent.type(screen.getByLabelText('E-mail'), 'ewa@nurt.example');
  await userEvent.type(screen.getByLabelText('Password'), `${password}{Enter}`);
}

describe('signing in', () => {
  it('says that e-mail and password do not match, not which of them', async () => {
    fakeServer({ ...notNeeded, 'POST /session': () => refusal('identity.sign-in-failed') });
    await renderApp(<SignInPage />, { me: null });
    await fill('wrong');
    expect(await screen.findByRole('alert')).toHaveTextContent('do not match');
  });

  it('asks for the second factor only when the server does, and sends it with the password', async () => {
    const calls = fakeServer({
      ...notNeeded,
      'POST /session': ({ body }) =>
        (body as { code?: string }).code ? { body: ME } : refusal('identity.second-factor-required'),
    });
    await renderApp(<SignInPage />, { me: null });
    expect(screen.queryByLabelText(/Code/)).toBeNull();
    await fill('right');
    await userEvent.type(await screen.findByLabelText(/Code from/), '123 456{Enter}');
    await waitFor(() =>
      expect(calls.filter((each) => each.method === 'POST').at(-1)?.body).toEqual({
        email: 'ewa@nurt.example',
        password: 'right',
        code: '123456',
      }),
    );
  });

  it('sends nothing while a field is empty', async () => {
    const calls = fakeServer(notNeeded);
    await renderApp(<SignInPage />, { me: null });
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByText('Enter your password')).toBeInTheDocument();
    expect(calls.some((each) => each.method === 'POST')).toBe(false);
  });

  it('explains where the setup link is while nobody exists', async () => {
    fakeServer({ 'GET /setup': () => ({ body: { needed: true, tokenValid: false } }) });
    await renderApp(<SignInPage />, { me: null });
    expect(await screen.findByText('Nurt is not set up yet')).toBeInTheDocument();
    expect(screen.queryByLabelText('E-mail')).toBeNull();
  });
});
