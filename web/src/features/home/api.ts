import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from '@/api';
import { endOfMonth, type Period } from './days';
import type { HomeDeal } from './work';

/** A whole morning's work of one kind; whoever has more of it is told that these are the first. */
export const MOST_DEALS = 200;

export type Scope = 'mine' | 'all';

interface Figure<T> {
  value: T | null;
  n: number;
  drill: Record<string, string[]>;
  /** Deals that could not enter the sum. */
  left?: { noAmount?: number; noRate?: number } | null;
}

export interface Summary {
  asOf: string;
  currency: string;
  wonCount: Figure<number>;
  wonValue: Figure<string>;
  lostCount: Figure<number>;
  openCount: Figure<number>;
  openValue: Figure<string>;
}

interface Paged<T> {
  items: T[];
  next: string | null;
}

const ownerOf = (scope: Scope, userId: string) => (scope === 'mine' ? { owner: userId } : {});

/** What each part of the work asks the server for; together each open deal at most once. */
const asksFor = (today: string): Record<string, string>[] => [
  { nextStep: 'overdue' },
  { nextStep: 'today' },
  { nextStep: 'none' },
  { nextStep: 'later', closeTo: endOfMonth(today) },
];

/**
 * The open deals that ask for something, those closing first in front. The key begins with the word that live changes make
 * stale.
 */
export const workQuery = (scope: Scope, userId: string, today: string) =>
  queryOptions({
    queryKey: ['deals', 'home', scope, userId, today],
    queryFn: async ({ signal }) => {
      const open = { status: 'open', ...ownerOf(scope, userId), sort: 'expectedClose' };
      const get = (more: Record<string, string | number>) =>
        api.get<Paged<HomeDeal>>('/deals', { signal, query: { ...open, ...more } });
      const [any, ...parts] = await Promise.all([
        get({ limit: 1 }),
        ...asksFor(today).map((part) => get({ ...part, limit: MOST_DEALS })),
      ]);
      return {
        none: any.items.length === 0,
        cut: parts.some((part) => part.next !== null),
        // A deal that changes between two of the answers may be in both.
        items: [...new Map(parts.flatMap((part) => part.items).map((deal) => [deal.id, deal])).values()],
      };
    },
  });

export const summaryQuery = (scope: Scope, userId: string, period: Period) =>
  queryOptions({
    queryKey: ['insights', 'home', scope, userId, period],
    queryFn: ({ signal }) =>
      api.get<Summary>('/insights/summary', { signal, query: { ...period, ...ownerOf(scope, userId) } }),
  });

/** Whether there is anything at all that this person may see. */
export const emptyQuery = queryOptions({
  queryKey: ['home-empty'],
  queryFn: async ({ signal }) => {
    const one = { signal, query: { limit: 1 } };
    const found = await Promise.all([
      api.get<Paged<unknown>>('/deals', one),
      api.get<Paged<unknown>>('/companies', one),
      api.get<Paged<unknown>>('/contacts', one),
    ]);
    return found.every((page) => page.items.length === 0);
  },
});

export const demoQuery = queryOptions({
  queryKey: ['demo'],
  staleTime: 60_000,
  queryFn: ({ signal }) => api.get<{ present: boolean }>('/demo', { signal }),
});

export const addDemo = () => api.post('/demo');
export const removeDemo = () => api.delete<{ deals: number }>('/demo');

/** After a whole company came or went nothing that was read before holds. */
export function refreshAll(client: QueryClient): Promise<void> {
  return client.invalidateQueries();
}

export interface Invited {
  user: { id: string; name: string };
  link: string;
}

export const invite = (email: string, role: string) => api.post<Invited>('/users/invite', { email, role });
