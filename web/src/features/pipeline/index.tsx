import { IconLayoutKanban, IconRoute, IconTable } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerNav, registerRoutes, registerSettingsSection, registerShellPart } from '@/app/feature';

const anySearch = (search: Record<string, unknown>) => search;

registerNav(
  {
    id: 'board',
    label: 'pipeline:nav.board',
    icon: IconLayoutKanban,
    to: '/board',
    order: 20,
    goKey: 'b',
    onPhone: true,
  },
  { id: 'deals', label: 'pipeline:nav.deals', icon: IconTable, to: '/deals', order: 30, goKey: 'd' },
);

registerRoutes((shell) => {
  const board = lazyRouteComponent(() => import('./board/BoardPage'), 'BoardPage');
  return [
    createRoute({ getParentRoute: () => shell, path: '/board', component: board, validateSearch: anySearch }),
    createRoute({
      getParentRoute: () => shell,
      path: '/board/$pipelineId',
      component: board,
      validateSearch: anySearch,
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/deals',
      component: lazyRouteComponent(() => import('./list/DealsPage'), 'DealsPage'),
      validateSearch: anySearch,
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/deals/$dealId',
      component: lazyRouteComponent(() => import('./record/DealPage'), 'DealPage'),
    }),
  ];
});

registerSettingsSection({
  id: 'pipelines',
  label: 'pipeline:settings.title',
  description: 'pipeline:settings.description',
  icon: IconRoute,
  group: 'process',
  order: 10,
  load: () => import('./settings/PipelineSettings'),
  when: (can) => can('manage-pipelines'),
});

registerShellPart(() => import('./PipelineHost'));
