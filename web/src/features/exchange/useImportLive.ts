import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onLive } from '@/api/live';
import { keys, refreshRecords } from './api';
import { isBusy } from './model/steps';
import type { Import, ImportStatus } from './types';

/** Follows the progress of one import, or of all that are listed, by the live stream. */
export function useImportLive(id?: string): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onLive('import', (event) => {
        if (!event.id || (id && event.id !== id)) return;
        const key = keys.import(event.id);
        const { status, doneRows, totalRows } = event as unknown as Import;
        client.setQueryData<Import>(key, (now) => now && { ...now, status, doneRows, totalRows });
        if (isBusy(status as ImportStatus)) return;
        void client.invalidateQueries({ queryKey: key });
        void client.invalidateQueries({ queryKey: keys.imports });
        refreshRecords(client);
      }),
    [client, id],
  );
}
