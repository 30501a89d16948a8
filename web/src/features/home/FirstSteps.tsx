import { Button, Skeleton, Text, Title } from '@mantine/core';
import { IconRoute, IconTableImport, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { NewImport } from '@/features/exchange';
import { EmptyState } from '@/ui';
import { AddDemo } from './AddDemo';
import classes from './Home.module.css';
import { InviteForm } from './InviteForm';

function Step(props: {
  no: number;
  icon: typeof IconRoute;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  const { no, icon: Sign, title, lead, children } = props;
  return (
    <li className={classes.step}>
      <span className={classes.stepSign}>
        <Sign size={22} stroke={1.6} aria-hidden />
      </span>
      <div className={classes.stepBody}>
        <Title order={2} size="h3">
          {no}. {title}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {lead}
        </Text>
        {children}
      </div>
    </li>
  );
}

/** An empty workspace: the three things that fill it, each done right here. */
export function FirstSteps({ demo }: { demo: boolean }) {
  const { t } = useTranslation('home');
  const { can } = useSession();
  const steps = [
    can('import') && {
      icon: IconTableImport,
      key: 'import',
      body: (
        <Suspense fallback={<Skeleton height={120} radius="lg" />}>
          <NewImport small />
        </Suspense>
      ),
    },
    can('manage-users') && { icon: IconUserPlus, key: 'invite', body: <InviteForm /> },
    can('manage-pipelines') && {
      icon: IconRoute,
      key: 'shape',
      body: (
        <Button variant="default" size="xs" component={Link} to="/settings/pipelines">
          {t('first.shape.act')}
        </Button>
      ),
    },
  ].filter((each) => each !== false);
  if (steps.length === 0) {
    return (
      <EmptyState icon={IconRoute} title={t('first.nothing')}>
        {t('first.nothingDetail')}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={classes.lead}>{t('first.lead')}</p>
      <ol className={classes.steps}>
        {steps.map(({ key, icon, body }, index) => (
          <Step
            key={key}
            no={index + 1}
            icon={icon}
            title={t(`first.${key}.title`)}
            lead={t(`first.${key}.lead`)}
          >
            {body}
          </Step>
        ))}
      </ol>
      {!demo && can('manage-workspace') && <AddDemo />}
    </>
  );
}
