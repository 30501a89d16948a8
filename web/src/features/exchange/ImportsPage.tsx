import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { NoPermission, PageHeader } from '@/ui';
import { History } from './History';
import classes from './Import.module.css';
import NewImport from './NewImport';
import { useImportLive } from './useImportLive';

/** A new import begins with its files; the earlier ones are listed beneath. */
export function ImportsPage() {
  const { t } = useTranslation('exchange');
  const { can } = useSession();
  useImportLive();
  if (!can('import')) return <NoPermission />;
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')} />
      <div className={classes.body}>
        <NewImport />
      </div>
      <History />
    </div>
  );
}
