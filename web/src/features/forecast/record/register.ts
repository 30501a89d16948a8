import { IconChecklist } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerNav, registerRoutes } from '@/app/feature';

registerNav({
  id: 'forecast-record',
  label: 'record:nav',
  icon: IconChecklist,
  to: '/forecast/record',
  order: 57,
  goKey: 'r',
});

registerRoutes((shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/forecast/record',
    component: lazyRouteComponent(() => import('./RecordPage'), 'RecordPage'),
    validateSearch: (search: Record<string, unknown>) => search,
  }),
]);
