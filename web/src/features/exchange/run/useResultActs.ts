import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notifyError } from '@/ui';
import { keys, repeatImport, runImport, undoImport } from '../api';
import type { Import, ImportStatus } from '../types';

/** Going on with, taking back and repeating an import. */
export function useResultActs(id: string, onRepeated: (id: string) => Promise<void>) {
  const client = useQueryClient();
  const begun = (status: ImportStatus) => (after: Import | undefined) => {
    client.setQueryData<Import>(keys.import(id), (now) => after ?? (now && { ...now, status }));
    void client.invalidateQueries({ queryKey: keys.imports });
  };
  return {
    goOn: useMutation({ mutationFn: () => runImport(id), onError: notifyError, onSuccess: begun('queued') }),
    undo: useMutation({
      mutationFn: () => undoImport(id),
      onError: notifyError,
      onSuccess: begun('undoing'),
    }),
    repeat: useMutation({
      mutationFn: () => repeatImport(id),
      onError: notifyError,
      onSuccess: (copy) => {
        client.setQueryData<Import>(keys.import(copy.id), copy);
        void client.invalidateQueries({ queryKey: keys.imports });
        return onRepeated(copy.id);
      },
    }),
  };
}
