import { IconKey, IconSettings, IconShieldLock, IconUserCircle } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerBareRoutes, registerNav, registerSettingsSection } from '@/app/feature';

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

registerSettingsSection(
  {
    id: 'profile',
    label: 'identity:profile.title',
    description: 'identity:profile.description',
    icon: IconUserCircle,
    group: 'personal',
    order: 10,
    load: () => import('./settings/ProfileSettings'),
  },
  {
    id: 'security',
    label: 'identity:security.title',
    description: 'identity:security.description',
    icon: IconShieldLock,
    group: 'personal',
    order: 20,
    load: () => import('./settings/SecuritySettings'),
  },
  {
    id: 'tokens',
    label: 'identity:tokens.title',
    description: 'identity:tokens.description',
    icon: IconKey,
    group: 'personal',
    order: 30,
    load: () => import('./settings/TokenSettings'),
  },
);
