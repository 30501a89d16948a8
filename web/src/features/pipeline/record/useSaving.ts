import type { ConflictError } from '@/api';
import { useActions } from '../actions';
import type { Deal } from '../types';
import { plainValue } from './fields';

/** What every editor of this record has in common: saving one field with the version that was read. */
export function useSaving(deal: Deal) {
  const { patch } = useActions();
  return {
    save: (field: string) => (value: unknown, overwrite: boolean) =>
      patch(deal.id, { [field]: value }, overwrite),
    theirs: (field: keyof Deal) => (error: ConflictError) =>
      plainValue((error.current as Deal | undefined)?.[field]),
  };
}
