import { SegmentedControl } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe, useSession } from '@/app/session';
import { ErrorState, ListSkeleton, PageHeader } from '@/ui';
import { demoQuery, emptyQuery, type Scope } from './api';
import { DemoBanner } from './DemoBanner';
import { partOfDay } from './days';
import { Figures } from './Figures';
import { FirstSteps } from './FirstSteps';
import classes from './Home.module.css';
import { Worklist } from './Worklist';

/** Where a day begins: what asks for attention now, and how the month goes. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { user } = useMe();
  const { can } = useSession();
  const leads = user.role === 'manager' || user.role === 'administrator';
  const [chosen, setScope] = useLocalStorage<Scope>({
    key: 'nurt.home.scope',
    defaultValue: leads ? 'all' : 'mine',
    getInitialValueInEffect: false,
  });
  const scope: Scope = user.role === 'stakeholder' ? 'all' : chosen;
  const { data: empty, error, refetch } = useQuery(emptyQuery);
  const { data: demo } = useQuery(demoQuery);
  const [first] = user.name.split(' ');
  const greeting = t(`greeting.${partOfDay(user.zone)}`, { name: first });
  const choosable = empty === false && user.role !== 'stakeholder' && user.visibility !== 'own';
  return (
    <div className={classes.page}>
      <PageHeader
        title={greeting}
        actions={
          choosable && (
            <SegmentedControl
              size="xs"
              aria-label={t('scope.label')}
              data={[
                { value: 'mine', label: t('scope.mine') },
                { value: 'all', label: t(user.visibility === 'team' ? 'scope.team' : 'scope.all') },
              ]}
              value={scope}
              onChange={(value) => setScope(value as Scope)}
            />
          )
        }
      />
      {demo?.present && can('manage-workspace') && <DemoBanner />}
      {empty === undefined && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {empty === undefined && !error && <ListSkeleton rows={6} />}
      {empty && <FirstSteps demo={demo?.present ?? true} />}
      {empty === false && (
        <>
          <Figures scope={scope} />
          {user.role !== 'stakeholder' && <Worklist scope={scope} />}
        </>
      )}
    </div>
  );
}
