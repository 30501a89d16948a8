import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useMe } from '@/app/session';
import { useCommands } from '@/commands';
import { keepRecent, type Recent, readRecent, withVisited } from './recent';
import { addressOf, ICONS, type Kind, recordAt } from './records';

/** What a record is called, once its screen has read it. */
function titleOf(client: QueryClient, kind: Kind, id: string): string | undefined {
  const data = client.getQueryData<{ title?: string; name?: string }>([kind, id]);
  return data?.title ?? data?.name;
}

/** Remembers which records are opened, and offers the last ones in the palette. */
export default function RecentRecords() {
  const client = useQueryClient();
  const { user } = useMe();
  const { pathname, search } = useLocation();
  const [recent, setRecent] = useState<Recent[]>(() => readRecent(user.id));
  const shown = recordAt(pathname, search as Record<string, unknown>);
  const { kind, id } = shown ?? {};

  const visit = useCallback(() => {
    const title = kind && id ? titleOf(client, kind, id) : undefined;
    if (!kind || !id || !title) return;
    setRecent((now) => {
      if (now[0]?.id === id && now[0].title === title) return now;
      const next = withVisited(now, { kind, id, title });
      keepRecent(user.id, next);
      return next;
    });
  }, [client, kind, id, user.id]);

  useEffect(() => {
    visit();
    return client.getQueryCache().subscribe(({ query }) => {
      if (query.queryKey[0] === kind && query.queryKey[1] === id) visit();
    });
  }, [client, kind, id, visit]);

  useCommands(
    recent
      .filter((each) => each.id !== id)
      .map((each) => {
        const page = addressOf(each.kind, each.id);
        return {
          id: `search.recent.${each.id}`,
          label: 'search:recent',
          labelValues: { title: each.title },
          icon: ICONS[each.kind],
          group: 'go',
          keywords: 'recent ostatnie',
          leadsTo: page,
          run: ({ navigate }) => navigate(page),
        };
      }),
  );
  return null;
}
