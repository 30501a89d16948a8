import './call/register';
import { IconChartAreaLine, IconTrendingUp } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerDealFact, registerDealSection } from '@/app/dealParts';
import { registerNav, registerRoutes, registerSettingsSection } from '@/app/feature';
import './finance/register';
import './record/register';

registerNav({
  id: 'forecast',
  label: 'forecast:nav',
  icon: IconChartAreaLine,
  to: '/forecast',
  order: 55,
  goKey: 'p',
});

registerRoutes((shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/forecast',
    component: lazyRouteComponent(() => import('./outlook/ForecastPage'), 'ForecastPage'),
    validateSearch: (search: Record<string, unknown>) => search,
  }),
]);

registerSettingsSection({
  id: 'forecast-models',
  label: 'forecast:models.title',
  description: 'forecast:models.description',
  icon: IconTrendingUp,
  group: 'process',
  order: 40,
  load: () => import('./models/ModelSettings'),
});

registerDealFact({
  id: 'chance',
  label: 'forecast:chance.title',
  load: () => import('./chance/ChanceChip'),
});

registerDealSection({ id: 'chance', order: 10, load: () => import('./chance/ChancePanel') });
