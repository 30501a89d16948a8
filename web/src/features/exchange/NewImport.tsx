import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { notifyError } from '@/ui';
import { createImport, forgetFindings, keys } from './api';
import { DropZone } from './DropZone';
import type { Import } from './types';
import { nameOf, uploadFiles } from './upload';

/** Takes the files of a new import and leads to its first step, where their sending goes on. */
export default function NewImport({ small = false }: { small?: boolean }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const begin = async (files: File[]) => {
    setBusy(true);
    try {
      const { id } = await createImport(nameOf(files));
      void uploadFiles(id, files, (file) => {
        client.setQueryData<Import>(keys.import(id), (now) => {
          const others = now?.files.filter((each) => each.id !== file.id) ?? [];
          return now && { ...now, files: [...others, file] };
        });
        forgetFindings(client, id, true);
      });
      void client.invalidateQueries({ queryKey: keys.imports });
      await navigate({
        to: '/import/$importId',
        params: { importId: id },
        search: { step: 'files' } as never,
      });
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  return <DropZone onFiles={(files) => void begin(files)} busy={busy} small={small} />;
}
