import { IconSettings } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerBareRoutes, registerNav } from '@/app/feature';

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

registerBareRoutes((root) => [
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: (search): { next?: string } => {
      const next = text(search.next);
      // Only addresses of this application: `//elsewhere` would leave it.
      return next?.startsWith('/') && !next.startsWith('//') ? { next } : {};
    },
    component: lazyRouteComponent(() => import('./SignInPage'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/setup',
    validateSearch: (search): { token?: string } => ({
      ...(text(search.token) && { token: text(search.token) }),
    }),
    component: lazyRouteComponent(() => import('./SetupPage'), 'SetupPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invite',
    validateSearch: (search): { token?: string } => ({
      ...(text(search.token) && { token: text(search.token) }),
    }),
    component: lazyRouteComponent(() => import('./InvitePage'), 'InvitePage'),
  }),
]);

registerNav({
  id: 'settings',
  label: 'app:settings.title',
  icon: IconSettings,
  to: '/settings',
  order: 900,
  place: 'foot',
});
