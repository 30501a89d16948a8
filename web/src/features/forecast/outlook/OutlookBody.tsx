import { Alert, Skeleton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { isWhole, type Outlook } from './api';
import { Came } from './Came';
import { DealsBehind } from './DealsBehind';
import { Decomposition } from './Decomposition';
import { Fan } from './Fan';
import { Groups } from './Groups';
import { Levers } from './Levers';
import classes from './Outlook.module.css';
import { Quarters } from './Quarters';
import { Scenario } from './Scenario';

/** Below so many closed deals the figures come from the stages' table, and say so. */
const ENOUGH = 20;
/** From here on most of the number is deals that nobody has entered yet. */
const MOSTLY_NEW = 0.5;

export function OutlookSkeleton() {
  return (
    <>
      <div className={classes.quarters}>
        {['a', 'b', 'c', 'd'].map((each) => (
          <Skeleton key={each} height={178} radius="lg" />
        ))}
      </div>
      <Skeleton height={390} radius="lg" />
      <Skeleton height={340} radius="lg" />
    </>
  );
}

interface OutlookBodyProps {
  outlook: Outlook;
  snapshot: string | undefined;
}

export function OutlookBody({ outlook, snapshot }: OutlookBodyProps) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const [label, setLabel] = useState<string | null>(null);
  const whole = isWhole(outlook);
  const counted = { count: outlook.resolved, n: format.number(outlook.resolved) };
  return (
    <>
      {outlook.resolved < ENOUGH && (
        <Alert color="amber" p="xs" icon={<IconAlertTriangle size={17} />} title={t('prior.title')}>
          {t('prior.detail', counted)}
        </Alert>
      )}
      {whole ? (
        <>
          <Quarters outlook={outlook} snapshot={snapshot} onPick={setLabel} />
          {outlook.newShare > MOSTLY_NEW && (
            <p className={classes.note}>{t('mostlyNew', { share: format.percent(outlook.newShare) })}</p>
          )}
          {snapshot && <Came outlook={outlook} />}
          <Fan outlook={outlook} onPick={setLabel} />
          <Decomposition outlook={outlook} onPick={setLabel} />
        </>
      ) : (
        <Alert color="gray" p="sm">
          {t('groupsOnly')}
        </Alert>
      )}
      {/* What goes out is the whole company's. */}
      {outlook.measure !== 'cash_flow' && <Groups outlook={outlook} />}
      {whole && !snapshot && (
        <>
          <Levers outlook={outlook} />
          <Scenario outlook={outlook} />
        </>
      )}
      <DealsBehind label={label} currency={outlook.currency} onClose={() => setLabel(null)} />
    </>
  );
}
