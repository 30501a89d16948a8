import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { type AppLanguage, initI18n, setLanguage } from '@/app/i18n';
import { createQueryClient } from '@/app/queryClient';
import { type Me, setMe } from '@/app/session';
import { useCommandContext } from '@/commands/context';
import { useCommandKeys } from '@/commands/useCommandKeys';
import { Announcer } from '@/ui/announce';

export const ME: Me = {
  user: {
    id: 'u1',
    name: 'Ewa Wójcik',
    email: 'ewa@nurt.example',
    role: 'administrator',
    visibility: 'all',
    language: 'en',
    zone: 'Europe/Warsaw',
    theme: 'light',
    twoFactor: false,
    teams: [],
    version: 1,
  },
  workspace: { id: 'w1', name: 'Nurt', currency: 'PLN', zone: 'Europe/Warsaw', language: 'en' },
  permissions: [],
};

let ready: Promise<unknown> | undefined;

function Keys() {
  useCommandKeys(useCommandContext());
  return null;
}

/** Renders a part as the application would: texts, theme, session, router, command keys. */
export async function renderApp(
  part: ReactNode,
  options: { language?: AppLanguage; me?: Me | null; path?: string } = {},
): Promise<RenderResult> {
  ready ??= initI18n('en');
  await ready;
  await setLanguage(options.language ?? 'en');
  const client = createQueryClient();
  setMe(client, options.me === undefined ? ME : options.me);
  const root = createRootRoute();
  const page = () => (
    <>
      <Keys />
      <Announcer />
      {part}
    </>
  );
  const all = createRoute({ getParentRoute: () => root, path: '$', component: page });
  const home = createRoute({ getParentRoute: () => root, path: '/', component: page });
  const router = createRouter({
    routeTree: root.addChildren([home, all]),
    history: createMemoryHistory({ initialEntries: [options.path ?? '/'] }),
  });
  await router.load();
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}
