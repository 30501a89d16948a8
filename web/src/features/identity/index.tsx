import {
  IconBuildingCommunity,
  IconHistory,
  IconKey,
  IconSettings,
  IconShieldLock,
  IconUserCircle,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerBareRoutes, registerNav, registerSettingsSection } from '@/app/feature';
import { registerCommands } from '@/commands';
import { askInvite } from './settings/people/inviteAsked';

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
  {
    id: 'people',
    label: 'identity:people.title',
    description: 'identity:people.description',
    icon: IconUsersGroup,
    group: 'workspace',
    order: 10,
    load: () => import('./settings/PeopleSettings'),
    when: (can) => can('manage-users'),
  },
  {
    id: 'workspace',
    label: 'identity:workspace.title',
    description: 'identity:workspace.description',
    icon: IconBuildingCommunity,
    group: 'workspace',
    order: 20,
    load: () => import('./settings/WorkspaceSettings'),
    when: (can) => can('manage-workspace'),
  },
  {
    id: 'audit',
    label: 'identity:audit.title',
    description: 'identity:audit.description',
    icon: IconHistory,
    group: 'workspace',
    order: 30,
    load: () => import('./settings/AuditSettings'),
    when: (can) => can('manage-workspace'),
  },
);

registerCommands([
  {
    id: 'identity.people',
    label: 'identity:people.title',
    icon: IconUsersGroup,
    group: 'go',
    keywords: 'users teams invite użytkownicy zespoły',
    when: ({ can }) => can('manage-users'),
    run: ({ navigate }) => navigate('/settings/people'),
  },
  {
    id: 'identity.invite',
    label: 'identity:people.invite',
    icon: IconUserPlus,
    group: 'create',
    when: ({ can }) => can('manage-users'),
    run: ({ navigate }) => {
      askInvite(true);
      navigate('/settings/people');
    },
  },
  {
    id: 'identity.workspace',
    label: 'identity:workspace.title',
    icon: IconBuildingCommunity,
    group: 'go',
    keywords: 'backup database currency kopia baza waluta',
    when: ({ can }) => can('manage-workspace'),
    run: ({ navigate }) => navigate('/settings/workspace'),
  },
  {
    id: 'identity.audit',
    label: 'identity:audit.title',
    icon: IconHistory,
    group: 'go',
    keywords: 'log security bezpieczeństwo',
    when: ({ can }) => can('manage-workspace'),
    run: ({ navigate }) => navigate('/settings/audit'),
  },
]);
