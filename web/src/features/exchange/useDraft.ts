import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api';
import { readAgain } from '@/app/readAgain';
import { notifyError } from '@/ui';
import { forgetFindings, keys } from './api';
import { withChanges } from './model/fields';
import type { ColumnChange, Entity, Import, ImportFile, ImportOptions, PrefixFilter } from './types';
import { uploadFiles } from './upload';

export interface ReadingChange {
  encoding?: string;
  delimiter?: string;
  header?: boolean;
  /** Null: the file is left out. */
  entity?: Entity | null;
}

interface MappingChange {
  columns?: ColumnChange[];
  filter?: PrefixFilter | null;
}

export interface Draft {
  addFiles: (files: readonly File[]) => void;
  removeFile: (fileId: string) => void;
  /** Reads the file again in another way. */
  readAgain: (fileId: string, change: ReadingChange) => void;
  /** The id of the file that is being read again. */
  reading: string | undefined;
  changeMapping: (fileId: string, change: MappingChange) => void;
  changeOptions: (options: ImportOptions) => void;
  rename: (name: string) => void;
  /** Something is on its way to the server. */
  saving: boolean;
}

type Change = (now: Import) => Import;

const withFile = (file: ImportFile): Change => {
  return (now) => {
    const known = now.files.some((each) => each.id === file.id);
    const files = known ? now.files.map((each) => (each.id === file.id ? file : each)) : [...now.files, file];
    return { ...now, files };
  };
};

/** Shows a file that the server has taken, even where the answer to an earlier question may still come without it. */
export function showFile(client: QueryClient, id: string, file: ImportFile): void {
  const key = keys.import(id);
  client.setQueryData<Import>(key, (now) => (now ? withFile(file)(now) : now));
  if (client.getQueryState(key)?.fetchStatus === 'fetching') readAgain(client, [key]);
  forgetFindings(client, id, true);
}

function withMapping(fileId: string, change: MappingChange): Change {
  return (now) => ({
    ...now,
    files: now.files.map((file) =>
      file.id === fileId
        ? {
            ...file,
            mapping: {
              ...file.mapping,
              ...(change.filter !== undefined && { filter: change.filter }),
              columns: withChanges(file.mapping.columns, change.columns ?? []),
            },
          }
        : file,
    ),
  });
}

interface Deed {
  /** Shown at once, and taken back when the server refuses. */
  apply: Change;
  send: () => Promise<unknown>;
  /** Whether the proposals follow from what is changed. */
  proposals: boolean;
}

/** All changes of a draft: shown at once, kept by the server one after another, so that a reload loses none. */
export function useDraft(id: string): Draft {
  const client = useQueryClient();
  const change = (how: Change) =>
    client.setQueryData<Import>(keys.import(id), (now) => (now ? how(now) : now));

  const { mutate, isPending } = useMutation({
    scope: { id: `import-${id}` },
    mutationFn: ({ send }: Deed) => send(),
    onMutate: ({ apply }) => change(apply),
    onError: (error) => {
      notifyError(error);
      void client.invalidateQueries({ queryKey: keys.import(id) });
    },
    onSettled: (_data, _error, { proposals }) => forgetFindings(client, id, proposals),
  });

  const reread = useMutation({
    scope: { id: `import-${id}` },
    mutationFn: ({ fileId, how }: { fileId: string; how: ReadingChange }) =>
      api.patch<ImportFile>(`/imports/${id}/files/${fileId}`, how),
    onSuccess: (file) => change(withFile(file)),
    onError: notifyError,
    onSettled: () => forgetFindings(client, id, true),
  });

  return {
    saving: isPending,
    reading: reread.isPending ? reread.variables.fileId : undefined,
    addFiles: (files) => void uploadFiles(id, files, (file) => showFile(client, id, file)),
    removeFile: (fileId) =>
      mutate({
        proposals: true,
        apply: (now) => ({ ...now, files: now.files.filter((each) => each.id !== fileId) }),
        send: () => api.delete(`/imports/${id}/files/${fileId}`),
      }),
    readAgain: (fileId, how) => reread.mutate({ fileId, how }),
    changeMapping: (fileId, mapping) =>
      mutate({
        proposals: true,
        apply: withMapping(fileId, mapping),
        send: () => api.patch(`/imports/${id}/files/${fileId}`, { mapping }),
      }),
    changeOptions: (options) =>
      mutate({
        proposals: false,
        apply: (now) => ({ ...now, options: { ...now.options, ...options } }),
        send: () => api.patch(`/imports/${id}`, { options }),
      }),
    rename: (name) =>
      mutate({
        proposals: false,
        apply: (now) => ({ ...now, name }),
        send: () => api.patch(`/imports/${id}`, { name }),
      }),
  };
}
