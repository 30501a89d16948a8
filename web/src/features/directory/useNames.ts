import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useFormat } from '@/ui';
import { customFieldsQuery, tagsQuery, usersQuery } from './api';
import type { CustomField, Kind } from './types';

export interface Choice {
  value: string;
  label: string;
}

/** The people a record can belong to, by name. */
export function useOwners(): Choice[] {
  const format = useFormat();
  const { data } = useQuery(usersQuery);
  return useMemo(
    () =>
      (data ?? [])
        .filter((each) => each.status !== 'deactivated')
        .map(({ id, name }) => ({ value: id, label: name }))
        .sort((a, b) => format.compare(a.label, b.label)),
    [data, format],
  );
}

export function useTags(kind: Kind): string[] {
  const { data } = useQuery(tagsQuery(kind));
  return useMemo(() => (data ?? []).map((each) => each.name), [data]);
}

/** The fields the workspace has added and still uses. */
export function useCustomFields(kind: Kind): CustomField[] {
  const { data } = useQuery(customFieldsQuery(kind));
  return useMemo(() => (data ?? []).filter((each) => !each.archivedAt), [data]);
}
