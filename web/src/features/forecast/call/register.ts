import { IconTargetArrow } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerNav, registerRoutes } from '@/app/feature';

registerNav({
  id: 'forecast-call',
  label: 'call:nav',
  icon: IconTargetArrow,
  to: '/forecast/call',
  order: 56,
  goKey: 'q',
});

registerRoutes((shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/forecast/call',
    component: lazyRouteComponent(() => import('./CallPage'), 'CallPage'),
    validateSearch: (search: Record<string, unknown>) => search,
  }),
]);
