import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, ConflictError, type Problem } from '@/api';
import { notifyDone, notifyError, notifyUndo } from '@/ui';
import { keys } from './api';
import { untouched } from './model/merge';
import { type DirectoryRecord, type Kind, pathOf } from './types';

/** Ways out of the daily lists and back. */
export type Mark = 'archive' | 'unarchive' | 'trash' | 'restore';

/** What many records can be changed in at once. */
export interface BulkChange {
  ownerId?: string | null;
  tagsAdd?: string[];
  tagsRemove?: string[];
  archive?: boolean;
  trash?: boolean;
}

interface BulkResult {
  changed: number;
  refused: { id: string; name: string; problem: Problem }[];
  undoToken: string | null;
}

const MARKED: Record<Mark, BulkChange> = {
  archive: { archive: true },
  unarchive: { archive: false },
  trash: { trash: true },
  restore: { trash: false },
};

function sendMark(kind: Kind, id: string, mark: Mark, version?: number) {
  const path = `${pathOf(kind)}/${id}`;
  const options = version === undefined ? {} : { ifMatch: version };
  return mark === 'trash'
    ? api.change<DirectoryRecord>('DELETE', path, undefined, options)
    : api.change<DirectoryRecord>('POST', `${path}/${mark}`, undefined, options);
}

/** Everything that changes companies and contacts; each keeps what is shown up to date. */
export function useDirectory(kind: Kind) {
  const client = useQueryClient();
  const { t } = useTranslation('directory');
  return useMemo(() => {
    const refresh = (id?: string) => {
      void client.invalidateQueries({ queryKey: keys.lists(kind) });
      // A company's name stands in its people's rows.
      if (kind === 'company') void client.invalidateQueries({ queryKey: keys.lists('contact') });
      if (id) {
        void client.invalidateQueries({ queryKey: keys.record(kind, id) });
        void client.invalidateQueries({ queryKey: keys.timeline(kind, id) });
      }
    };
    const keep = (record: DirectoryRecord) => {
      client.setQueryData(keys.record(kind, record.id), record);
      void client.invalidateQueries({ queryKey: keys.timeline(kind, record.id) });
      refresh();
    };
    const takeBack = async (tokens: readonly string[]) => {
      for (const token of tokens) await api.post(`/undo/${token}`);
      await client.invalidateQueries({ queryKey: [kind] });
      refresh();
    };
    /** One request, one undo. */
    const several = async (
      ids: readonly string[],
      change: BulkChange,
      message: (count: number) => string,
    ): Promise<void> => {
      try {
        const { changed, refused, undoToken } = await api.post<BulkResult>(`${pathOf(kind)}/bulk`, {
          ids,
          change,
        });
        for (const id of ids) void client.invalidateQueries({ queryKey: keys.record(kind, id) });
        refresh();
        if (change.tagsAdd || change.tagsRemove) {
          void client.invalidateQueries({ queryKey: keys.tags(kind) });
        }
        if (undoToken) notifyUndo(message(changed), () => takeBack([undoToken]));
        const [first] = refused;
        if (first) notifyError(new ApiError(409, first.problem));
      } catch (error) {
        notifyError(error);
      }
    };
    return {
      refresh,
      create: async (body: Record<string, unknown>) => {
        const record = await api.post<DirectoryRecord>(pathOf(kind), body);
        client.setQueryData(keys.record(kind, record.id), record);
        refresh();
        return record;
      },
      /** Two people may change different fields at once; only a field that both changed is a conflict. */
      patch: async (record: DirectoryRecord, body: Record<string, unknown>, overwrite = false) => {
        const send = (version: number | null) =>
          api.change<DirectoryRecord>(
            'PATCH',
            `${pathOf(kind)}/${record.id}`,
            body,
            version === null ? {} : { ifMatch: version },
          );
        const changed = await send(overwrite ? null : record.version).catch((error: unknown) => {
          if (!(error instanceof ConflictError)) throw error;
          const current = error.current as DirectoryRecord | undefined;
          if (current && untouched(record, current, body)) return send(current.version);
          if (current) keep(current);
          throw error;
        });
        keep(changed.data);
        if ('tags' in body) void client.invalidateQueries({ queryKey: keys.tags(kind) });
      },
      mark: async (record: { id: string; name: string }, mark: Mark) => {
        try {
          const { data, undo } = await sendMark(kind, record.id, mark);
          keep(data);
          const undoing = () => takeBack(undo ? [undo] : []);
          if (undo) notifyUndo(t(`done.${mark}`, { name: record.name }), undoing);
          return true;
        } catch (error) {
          notifyError(error);
          return false;
        }
      },
      /** The other one goes; true when it was done. */
      merge: async (stays: DirectoryRecord, goes: DirectoryRecord, choices: Record<string, string>) => {
        const again = () => client.invalidateQueries();
        try {
          const { data, undo } = await api.change<DirectoryRecord>(
            'POST',
            `${pathOf(kind)}/${stays.id}/merge`,
            { otherId: goes.id, otherVersion: goes.version, choices },
            { ifMatch: stays.version },
          );
          keep(data);
          void again();
          notifyUndo(t('done.merge', { name: goes.name }), async () => {
            if (undo) await api.post(`/undo/${undo}`);
            await again();
          });
          return true;
        } catch (error) {
          // Somebody changed one of the two: what is chosen from is read anew.
          if (error instanceof ConflictError) void again();
          notifyError(error);
          return false;
        }
      },
      /** Takes a merge back: the one that went is there again. */
      part: async (gone: { id: string; name: string }) => {
        try {
          await api.post(`${pathOf(kind)}/${gone.id}/restore`);
          await client.invalidateQueries();
          notifyDone(t('done.part', { name: gone.name }));
        } catch (error) {
          notifyError(error);
        }
      },
      markAll: (ids: readonly string[], mark: Mark) =>
        several(ids, MARKED[mark], (count) => t(`doneAll.${kind}.${mark}`, { count })),
      changeAll: (ids: readonly string[], change: BulkChange) =>
        several(ids, change, (count) => t(`doneAll.${kind}.changed`, { count })),
    };
  }, [client, kind, t]);
}

export type DirectoryActions = ReturnType<typeof useDirectory>;
