import type { ConflictError } from '@/api';
import { useDirectory } from '../actions';
import { addressLines } from '../model/address';
import { type Address, type DirectoryRecord, isCompany } from '../types';

/** A value as it reads in a conflict: what the other person saved. */
export function plainValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.map(plainValue).join(', ') || '–';
  if (typeof value !== 'object') return String(value);
  const known = value as Record<string, unknown>;
  if ('name' in known) return String(known.name);
  if ('value' in known) return String(known.value);
  if ('street' in known || 'city' in known) return addressLines(value as Address).join(', ');
  return Object.values(known)
    .filter((each) => each !== null && each !== '')
    .join(', ');
}

/** How fields of a record save themselves, and what somebody else saved meanwhile. */
export function useSaving(record: DirectoryRecord) {
  const { patch } = useDirectory(isCompany(record) ? 'company' : 'contact');
  return {
    /** `member` is the request's name: `ownerId`. */
    save: (member: string) => (value: unknown, overwrite: boolean) =>
      patch(record, { [member]: typeof value === 'string' ? value.trim() || null : value }, overwrite),
    saveAll: (body: Record<string, unknown>, overwrite = false) => patch(record, body, overwrite),
    theirs: (field: string) => (error: ConflictError) =>
      plainValue((error.current as Record<string, unknown> | undefined)?.[field]),
  };
}
