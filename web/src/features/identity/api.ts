import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api } from '@/api';
import { type Language, type Me, type Role, setMe } from '@/app/session';

export interface Credentials {
  email: string;
  password: string;
  code?: string;
}

export interface SetupRequest {
  token: string;
  workspaceName: string;
  name: string;
  email: string;
  password: string;
  language: Language;
  currency: string;
  zone: string;
}

export interface Invitation {
  email: string;
  name?: string;
  workspaceName: string;
  role: Role;
  /** Nobody when whoever invited has been removed since. */
  invitedBy: string | null;
  /** A new password for an account that exists. */
  reset: boolean;
}

export const signIn = (credentials: Credentials) => api.post<Me>('/session', credentials);
export const setUp = (request: SetupRequest) => api.post<Me>('/setup', request);
export const acceptInvitation = (
  token: string,
  answer: { name?: string; password: string; language?: Language; code?: string },
) => api.post<Me>(`/invitations/${encodeURIComponent(token)}`, answer);

export interface SetupState {
  needed: boolean;
  tokenValid: boolean;
}

export const setupQuery = (token?: string) =>
  queryOptions({
    queryKey: ['setup', token],
    queryFn: ({ signal }) => api.get<SetupState>('/setup', { signal, query: { token } }),
  });

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.get<Invitation>(`/invitations/${encodeURIComponent(token)}`, { signal }),
    retry: false,
  });

/** Enters the application as the person the server has just signed in. */
export function useEnter(): (me: Me, next?: string) => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return async (me, next = '/') => {
    client.clear();
    setMe(client, me);
    await router.invalidate();
    await router.navigate({ href: next, replace: true });
  };
}
