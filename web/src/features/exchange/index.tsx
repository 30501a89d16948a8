import { IconTableImport } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { registerNav, registerRoutes } from '@/app/feature';
import { registerCommands } from '@/commands';

/** Where the files of a new import are dropped, for other screens. */
export const NewImport = lazy(() => import('./NewImport'));

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

registerNav({
  id: 'import',
  label: 'exchange:nav',
  icon: IconTableImport,
  to: '/import',
  order: 80,
  goKey: 'i',
  when: (can) => can('import'),
});

registerRoutes((shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/import',
    component: lazyRouteComponent(() => import('./ImportsPage'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/import/$importId',
    validateSearch: (search): { step?: string; file?: string } => {
      const step = text(search.step);
      const file = text(search.file);
      return { ...(step && { step }), ...(file && { file }) };
    },
    component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage'),
  }),
]);

registerCommands([
  {
    id: 'exchange.import',
    label: 'exchange:command',
    icon: IconTableImport,
    group: 'create',
    keywords: 'csv excel salesforce hubspot pipedrive zoho import wczytaj dane',
    when: ({ can }) => can('import'),
    run: ({ navigate }) => navigate('/import'),
  },
]);
