import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/api';
import { keys } from '../api';
import type { CustomField, FieldType } from '../types';

export const FIELD_KINDS = ['company', 'contact', 'deal'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export const FIELD_TYPES: readonly FieldType[] = [
  'text',
  'number',
  'date',
  'boolean',
  'choice',
  'choices',
  'url',
];

export const isChoice = (type: FieldType): boolean => type === 'choice' || type === 'choices';

export const fieldsQuery = (kind: FieldKind) =>
  queryOptions({
    queryKey: keys.fields(kind),
    queryFn: ({ signal }) => api.get<CustomField[]>('/custom-fields', { signal, query: { kind } }),
  });

/** Positions for all fields after one has moved a place up or down; null where it cannot. */
export function movedOrder(fields: readonly CustomField[], id: string, by: -1 | 1): CustomField[] | null {
  const at = fields.findIndex((each) => each.id === id);
  const other = fields[at + by];
  const mine = fields[at];
  if (!mine || !other) return null;
  const next = [...fields];
  next[at] = other;
  next[at + by] = mine;
  return next;
}

export interface FieldDraft {
  label: string;
  type: FieldType;
  options: string[];
  help: string;
}

/** Everything that changes the fields of a kind of record. */
export function useFieldChanges(kind: FieldKind) {
  const client = useQueryClient();
  return useMemo(() => {
    const then = async <T>(work: Promise<T>): Promise<T> => {
      try {
        return await work;
      } finally {
        await client.invalidateQueries({ queryKey: keys.fields(kind) });
      }
    };
    return {
      create: ({ label, type, options, help }: FieldDraft) =>
        then(
          api.post<CustomField>('/custom-fields', {
            recordKind: kind,
            label: label.trim(),
            type,
            ...(isChoice(type) && { options }),
            ...(help.trim() && { help: help.trim() }),
          }),
        ),
      change: (field: CustomField, { label, options, help }: FieldDraft) =>
        then(
          api.patch<CustomField>(
            `/custom-fields/${field.id}`,
            { label: label.trim(), help: help.trim() || null, ...(isChoice(field.type) && { options }) },
            { ifMatch: field.version },
          ),
        ),
      setArchived: (field: CustomField, archived: boolean) =>
        then(api.post<CustomField>(`/custom-fields/${field.id}/${archived ? 'archive' : 'unarchive'}`)),
      /** The two that changed places are told their new ones. */
      reorder: (fields: readonly CustomField[]) =>
        then(
          Promise.all(
            fields.map((field, position) =>
              field.position === position
                ? Promise.resolve(field)
                : api.patch<CustomField>(`/custom-fields/${field.id}`, { position }),
            ),
          ),
        ),
    };
  }, [client, kind]);
}
