import { IconChartHistogram } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerNav, registerRoutes } from '@/app/feature';

registerNav({
  id: 'insights',
  label: 'insights:nav',
  icon: IconChartHistogram,
  to: '/insights',
  order: 60,
  goKey: 'f',
});

registerRoutes((shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/insights',
    component: lazyRouteComponent(() => import('./DashboardPage'), 'DashboardPage'),
    validateSearch: (search: Record<string, unknown>) => search,
  }),
]);
