import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { NoPermission, PageHeader } from '@/ui';
import { PeoplePanel } from './people/PeoplePanel';
import { TeamsPanel } from './people/TeamsPanel';

export default function PeopleSettings() {
  const { t } = useTranslation('identity');
  const { can } = useSession();
  return (
    <>
      <PageHeader title={t('people.title')} />
      {can('manage-users') ? (
        <>
          <PeoplePanel />
          <TeamsPanel />
        </>
      ) : (
        <NoPermission />
      )}
    </>
  );
}
