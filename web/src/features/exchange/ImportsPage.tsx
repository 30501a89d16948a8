import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { NoPermission, notifyError, PageHeader } from '@/ui';
import { createImport, forgetFindings, keys } from './api';
import { DropZone } from './DropZone';
import { History } from './History';
import classes from './Import.module.css';
import type { Import } from './types';
import { nameOf, uploadFiles } from './upload';
import { useImportLive } from './useImportLive';

/** A new import begins with its files; the earlier ones are listed beneath. */
export function ImportsPage() {
  const { t } = useTranslation('exchange');
  const { can } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  useImportLive();
  if (!can('import')) return <NoPermission />;

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
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')} />
      <div className={classes.body}>
        <DropZone onFiles={(files) => void begin(files)} busy={busy} />
      </div>
      <History />
    </div>
  );
}
