import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '@/ui';
import { askNewRecord, useNewRecord } from './create/newRecord';
import { followDirectory } from './live';

const QuickCreate = lazy(async () => ({ default: (await import('./create/QuickCreate')).QuickCreate }));

/** Lives as long as somebody is signed in: the form for a new record, and what others change. */
export default function DirectoryHost() {
  const { t } = useTranslation('directory');
  const client = useQueryClient();
  const wanted = useNewRecord();
  useEffect(() => followDirectory(client), [client]);
  const close = () => askNewRecord(null);
  if (!wanted) return null;
  return (
    <Modal opened onClose={close} size="lg" withCloseButton={false} title={t(`commands.new-${wanted.kind}`)}>
      <Suspense fallback={null}>
        <QuickCreate bare onClose={close} {...wanted} />
      </Suspense>
    </Modal>
  );
}
