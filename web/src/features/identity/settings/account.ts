import { queryOptions } from '@tanstack/react-query';
import { api, type Narrow, type Schema } from '@/api';

export type SessionRow = Schema<'AccountController.SessionView'>;

export type Scope = 'read' | 'write' | 'admin';

export type TokenRow = Narrow<Schema<'AccountController.TokenView'>, { scopes: Scope[] }>;

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => api.get<SessionRow[]>('/me/sessions', { signal }),
});

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => api.get<TokenRow[]>('/me/tokens', { signal }),
});

export const account = {
  endSession: (id: string) => api.delete(`/me/sessions/${id}`),
  endOtherSessions: () => api.delete('/me/sessions'),
  changePassword: (current: string, next: string) => api.post('/me/password', { current, password: next }),
  beginTwoFactor: (password: string) =>
    api.post<{ secret: string; otpauthUri: string }>('/me/two-factor', { password }),
  confirmTwoFactor: (code: string) =>
    api.post<{ recoveryCodes: string[] }>('/me/two-factor/confirm', { code }),
  endTwoFactor: (password: string) => api.post('/me/two-factor/disable', { password }),
  createToken: (request: { name: string; scopes: Scope[]; days: number }) =>
    api.post<{ id: string; token: string }>('/me/tokens', request),
  revokeToken: (id: string) => api.delete(`/me/tokens/${id}`),
};

const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** "Firefox · Windows" of a browser's own description; null when it says neither. */
export function deviceOf(userAgent: string | null): string | null {
  const find = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  const parts = [find(BROWSERS), find(SYSTEMS)].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : null;
}
