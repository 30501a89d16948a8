import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onSignedOut } from '@/api';
import { Announcer } from '@/ui/announce';
import { ConfirmHost } from '@/ui/confirm';
import { createQueryClient } from './queryClient';
import { createAppRouter } from './router';
import { setMe } from './session';
import { colorSchemeManager, cssVariables, theme } from './theme';

/** What lives as long as the page. */
export function createParts() {
  const queryClient = createQueryClient();
  return { queryClient, router: createAppRouter(queryClient) };
}

export function App({ queryClient, router }: ReturnType<typeof createParts>) {
  useEffect(
    () =>
      onSignedOut(() => {
        setMe(queryClient, null);
        void router.invalidate();
      }),
    [queryClient, router],
  );
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <Announcer />
        <Notifications position="bottom-center" limit={4} zIndex={500} />
        <ConfirmHost />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
