import { IconLayoutKanban, IconRoute, IconTable } from '@tabler/icons-react';
import type { QueryClient } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerNav, registerRoutes, registerSettingsSection, registerShellPart } from '@/app/feature';
import { meQuery } from '@/app/session';
import { pipelinesQuery } from './api';
import { boardQuery } from './board/boardData';
import { lastPipeline } from './board/lastPipeline';
import { BOARD_FILTERS, filtersKey, readFilters } from './model/filters';

/** Asks for the board's data while its code is still on the way. */
function readBoard({ context, params, location }: LoaderParts): void {
  const client = context.queryClient;
  void client.prefetchQuery(pipelinesQuery);
  const me = client.getQueryData(meQuery.queryKey);
  const id = params.pipelineId ?? (me ? lastPipeline(me.user.id) : undefined);
  const filters = filtersKey(readFilters(location.search, BOARD_FILTERS));
  if (id) void client.prefetchQuery(boardQuery(client, id, filters));
}

interface LoaderParts {
  context: { queryClient: QueryClient };
  params: { pipelineId?: string };
  location: { search: Record<string, unknown> };
}

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
    createRoute({
      getParentRoute: () => shell,
      path: '/board',
      component: board,
      validateSearch: anySearch,
      loader: (parts) => readBoard(parts as unknown as LoaderParts),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/board/$pipelineId',
      component: board,
      validateSearch: anySearch,
      loader: (parts) => readBoard(parts as unknown as LoaderParts),
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
