import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, ConflictError } from '@/api';
import { notifyError, notifyUndo } from '@/ui';
import { keys } from './api';
import { untouched } from './model/merge';
import { type DirectoryRecord, type Kind, pathOf } from './types';

/** Ways out of the daily lists and back. */
export type Mark = 'archive' | 'unarchive' | 'trash' | 'restore';

interface Bulk {
  done: number;
  refused: ApiError[];
}

const AT_ONCE = 4;

async function each<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const worker = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
}

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
      await each(tokens, (token) => api.post(`/undo/${token}`));
      await client.invalidateQueries({ queryKey: [kind] });
      refresh();
    };
    const several = async (
      ids: readonly string[],
      act: (id: string) => Promise<{ undo: string | undefined }>,
      message: (count: number) => string,
    ): Promise<Bulk> => {
      const tokens: string[] = [];
      const result: Bulk = { done: 0, refused: [] };
      await each(ids, async (id) => {
        try {
          const { undo } = await act(id);
          result.done += 1;
          if (undo) tokens.push(undo);
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          result.refused.push(error);
        }
      });
      for (const id of ids) void client.invalidateQueries({ queryKey: keys.record(kind, id) });
      refresh();
      if (result.done > 0) notifyUndo(message(result.done), () => takeBack(tokens));
      if (result.refused[0]) notifyError(result.refused[0]);
      return result;
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
      markAll: (ids: readonly string[], mark: Mark) =>
        several(
          ids,
          (id) => sendMark(kind, id, mark),
          (count) => t(`doneAll.${kind}.${mark}`, { count }),
        ),
      patchAll: (ids: readonly string[], body: (id: string) => object) =>
        several(
          ids,
          (id) => api.change('PATCH', `${pathOf(kind)}/${id}`, body(id)),
          (count) => t(`doneAll.${kind}.changed`, { count }),
        ),
    };
  }, [client, kind, t]);
}

export type DirectoryActions = ReturnType<typeof useDirectory>;
