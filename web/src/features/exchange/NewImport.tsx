import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { notifyError } from '@/ui';
import { createImport, keys } from './api';
import { DropZone } from './DropZone';
import { nameOf, uploadFiles } from './upload';
import { showFile } from './useDraft';

/** Takes the files of a new import and leads to its first step, where their sending goes on. */
export default function NewImport({ small = false }: { small?: boolean }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const begin = async (files: File[]) => {
    setBusy(true);
    try {
      const { id } = await createImport(nameOf(files));
      void uploadFiles(id, files, (file) => showFile(client, id, file));
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
