import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ApiError, api } from '@/api';

export type Role = 'administrator' | 'manager' | 'representative' | 'stakeholder';
export type Visibility = 'own' | 'team' | 'all';
export type Language = 'en' | 'pl';
/** What a person may do at all, by role; which records is a matter of visibility. */
export type Permission =
  | 'read'
  | 'write'
  | 'import'
  | 'export'
  | 'share-views'
  | 'manage-pipelines'
  | 'manage-users'
  | 'manage-workspace';
export type Can = (permission: Permission) => boolean;
export type Theme = 'light' | 'dark' | 'auto';

export interface Me {
  user: {
    id: string;
    name: string;
    email: string | null;
    role: Role;
    visibility: Visibility;
    language: Language;
    zone: string;
    theme: Theme;
    twoFactor: boolean;
    teams: { id: string; name: string }[];
    version: number;
  };
  workspace: { id: string; name: string; currency: string; zone: string; language: Language };
  permissions: Permission[];
}

/** Who is signed in, or null. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 5 * 60_000,
  retry: false,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await api.get<Me>('/me', { signal });
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
});

/** Tells the application who is signed in from now on. */
export function setMe(client: QueryClient, me: Me | null): void {
  client.setQueryData<Me | null>(['me'], me);
}

export interface Session {
  me: Me | null;
  can: Can;
}

export function useSession(): Session {
  const { data } = useQuery(meQuery);
  return useMemo(() => {
    const granted = new Set<Permission>(data?.permissions);
    return { me: data ?? null, can: (permission) => granted.has(permission) };
  }, [data]);
}

/** The signed-in person, on screens that only exist for one. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('this screen needs somebody signed in');
  return me;
}

export interface ProfileChange {
  name?: string;
  language?: Language;
  zone?: string;
  theme?: Theme;
}

/** Changes the own profile and shows it at once; taken back when the server refuses. */
export function useChangeProfile(): (change: ProfileChange) => Promise<void> {
  const client = useQueryClient();
  return async (change) => {
    const before = client.getQueryData(meQuery.queryKey);
    if (before) setMe(client, { ...before, user: { ...before.user, ...change } });
    try {
      const after = await api.patch<Me | undefined>('/me', change);
      if (after) setMe(client, after);
    } catch (error) {
      if (before) setMe(client, before);
      throw error;
    }
  };
}
