import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '@/api';
import type { Language } from '@/app/session';

export interface Workspace {
  id: string;
  name: string;
  currency: string;
  zone: string;
  language: Language;
  version: number;
  /** There are deals with amounts: the currency can no longer be changed. */
  currencyFixed: boolean;
}

export interface Database {
  kind: 'embedded' | 'external';
  /** A folder, or an address without its password. */
  where: string;
  version: string;
  lastBackup: string | null;
}

export interface AuditEntry {
  id: string;
  at: string;
  actor: { id: string; name: string } | null;
  kind: string;
  subjectKind: string | null;
  subjectId: string | null;
  subjectName: string | null;
  details: Record<string, unknown>;
  address: string | null;
}

interface AuditPage {
  items: AuditEntry[];
  next: string | null;
}

export const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: ({ signal }) => api.get<Workspace>('/workspace', { signal }),
});

export const databaseQuery = queryOptions({
  queryKey: ['workspace-database'],
  queryFn: ({ signal }) => api.get<Database>('/workspace/database', { signal }),
});

export const auditQuery = (filter: { kind: string | null; actor: string | null }) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    initialPageParam: null as string | null,
    getNextPageParam: (last: AuditPage) => last.next,
    queryFn: ({ signal, pageParam }) =>
      api.get<AuditPage>('/audit', { signal, query: { ...filter, cursor: pageParam, limit: 50 } }),
  });

export const changeWorkspace = (workspace: Workspace, change: Partial<Workspace>) =>
  api.patch<Workspace>('/workspace', change, { ifMatch: workspace.version });
