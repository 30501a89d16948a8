import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { navItems, routeBuilders, settingsSections } from './feature';
import { meQuery } from './session';
import { earlyLive, endEarlyLive, openLiveEarly } from './shell/earlyLive';
import { NotFound, RouteFailed, RoutePending } from './shell/Fallbacks';
import { Shell } from './shell/Shell';

// Every feature plugs itself in when its index is read, before the tree is built.
import.meta.glob('../features/*/index.{ts,tsx}', { eager: true });

interface RouterContext {
  queryClient: QueryClient;
}

function buildTree() {
  const root = createRootRouteWithContext<RouterContext>()({
    component: Outlet,
    notFoundComponent: NotFound,
  });

  const shell = createRoute({
    getParentRoute: () => root,
    id: 'shell',
    component: Shell,
    beforeLoad: async ({ context, location }) => {
      const known = context.queryClient.getQueryData(meQuery.queryKey);
      if (known === undefined) openLiveEarly();
      const me = known ?? (await context.queryClient.ensureQueryData(meQuery));
      if (!me) {
        endEarlyLive();
        throw redirect({ to: '/sign-in', search: { next: location.href } });
      }
      await earlyLive();
    },
  });

  const home = createRoute({
    getParentRoute: () => shell,
    path: '/',
    beforeLoad: () => {
      const first = navItems().find((each) => each.to !== '/');
      throw redirect({ to: first?.to ?? '/settings', replace: true });
    },
  });

  const settings = createRoute({
    getParentRoute: () => shell,
    path: '/settings',
    component: lazyRouteComponent(() => import('./settings/SettingsLayout'), 'SettingsLayout'),
  });
  const settingsHome = createRoute({
    getParentRoute: () => settings,
    path: '/',
    component: lazyRouteComponent(() => import('./settings/SettingsHome'), 'SettingsHome'),
  });
  const settingsPages = settingsSections().map((section) =>
    createRoute({
      getParentRoute: () => settings,
      path: section.id,
      component: lazyRouteComponent(section.load),
    }),
  );

  const { shell: shellRoutes, bare } = routeBuilders();
  const inShell = shellRoutes.flatMap((build) => build(shell));
  const ownHome = inShell.some((each) => (each.options as { path?: string }).path === '/');
  return root.addChildren([
    ...bare.flatMap((build) => build(root)),
    shell.addChildren([
      ...(ownHome ? [] : [home]),
      settings.addChildren([settingsHome, ...settingsPages]),
      ...inShell,
    ]),
  ]);
}

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: buildTree(),
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 250,
    defaultPendingComponent: RoutePending,
    defaultErrorComponent: RouteFailed,
    scrollRestoration: true,
  });
}
