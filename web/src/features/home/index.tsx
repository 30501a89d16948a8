import { IconHome } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerNav, registerRoutes } from '@/app/feature';

registerNav({
  id: 'home',
  label: 'home:nav',
  icon: IconHome,
  to: '/',
  order: 10,
  goKey: 'h',
  onPhone: true,
});

registerRoutes((shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/',
    component: lazyRouteComponent(() => import('./HomePage'), 'HomePage'),
  }),
]);
