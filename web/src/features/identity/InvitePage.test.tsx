import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { ME, renderApp } from '@/test/render';
import { InvitePage } from './InvitePage';

afterEach(() => vi.unstubAllGlobals());

const invitation = {
  workspaceName: 'Rzeka',
  name: 'Jan',
  email: 'jan@nurt.example',
  role: 'manager',
  invitedBy: null as string | null,
  reset: false,
};
const PASSWORD = 'correct horse battery';

function opened(
  change: Partial<typeof invitation>,
  accept: (body: unknown) => object = () => ({ body: ME }),
) {
  return fakeServer({
    'GET /invitations/secret': () => ({ body: { ...invitation, ...change } }),
    'POST /invitations/secret': ({ body }) => accept(body),
  });
}

describe('a link to come in by', () => {
  it('names who invites, and nobody when that person is gone', async () => {
    opened({ invitedBy: 'Ewa' });
    const first = await renderApp(<InvitePage />, { me: null, path: '/?token=secret' });
    expect(await screen.findByText('Ewa invites you as: Manager.')).toBeInTheDocument();
    first.unmount();

    opened({ invitedBy: null });
    await renderApp(<InvitePage />, { me: null, path: '/?token=secret' });
    expect(await screen.findByText('Your role: Manager.')).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent('null');
  });

  it('asks for a new password only, and for the second factor when the server does', async () => {
    const calls = opened({ reset: true }, (body) =>
      (body as { code?: string }).code
        ? { body: ME }
        : {
            status: 422,
            body: {
              title: 'Check these fields',
              code: 'common.invalid',
              errors: [{ field: 'code', code: 'identity.code-missing', message: 'Enter the code' }],
            },
          },
    );
    await renderApp(<InvitePage />, { me: null, path: '/?token=secret' });
    await userEvent.type(await screen.findByLabelText('Password'), `${PASSWORD}{Enter}`);
    expect(screen.queryByLabelText('Name')).toBeNull();
    await userEvent.type(await screen.findByLabelText(/^Code/), '123456{Enter}');
    await waitFor(() =>
      expect(calls.filter((each) => each.method === 'POST').at(-1)?.body).toEqual({
        password: PASSWORD,
        code: '123456',
      }),
    );
  });
});
