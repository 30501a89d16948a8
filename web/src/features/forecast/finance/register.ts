import { IconCashBanknote, IconReceipt } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerDealSection } from '@/app/dealParts';
import { registerNav, registerRoutes, registerSettingsSection } from '@/app/feature';

registerNav({
  id: 'finance',
  label: 'forecast:finance.nav',
  icon: IconCashBanknote,
  to: '/finance',
  order: 58,
});

registerRoutes((shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/finance',
    component: lazyRouteComponent(() => import('./FinancePage'), 'FinancePage'),
  }),
]);

registerSettingsSection({
  id: 'billing',
  label: 'forecast:finance.settings.title',
  description: 'forecast:finance.settings.description',
  icon: IconReceipt,
  group: 'process',
  order: 45,
  load: () => import('./BillingSettings'),
});

registerDealSection({ id: 'billing', order: 30, load: () => import('./DealBilling') });
