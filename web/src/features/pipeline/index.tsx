import { IconLayoutKanban } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerNav, registerRoutes, registerShellPart } from '@/app/feature';

const anySearch = (search: Record<string, unknown>) => search;

registerNav({
  id: 'board',
  label: 'pipeline:nav.board',
  icon: IconLayoutKanban,
  to: '/board',
  order: 20,
  goKey: 'b',
  onPhone: true,
});

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
  ];
});

registerShellPart(() => import('./PipelineHost'));
