import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { useSession } from '@/app/session';
import { notifyError } from '@/ui';
import { planPath, planQuery } from './api';
import classes from './Finance.module.css';
import { PlanDialog } from './PlanDialog';
import { PlanText } from './PlanText';

/** How a deal will be invoiced once it is won; its own plan, or the wider one that holds for it. */
export default function DealBilling({ dealId }: { dealId: string }) {
  const { t } = useTranslation('forecast');
  const { can } = useSession();
  const client = useQueryClient();
  const of = `deals/${dealId}`;
  const { data: plan, error } = useQuery(planQuery(of));
  const [editing, setEditing] = useState(false);
  if (error && !plan) return null;
  const back = async () => {
    try {
      await api.delete(planPath(of), undefined, { ifMatch: plan?.version ?? 0 });
      await client.invalidateQueries({ queryKey: ['billing-plan'] });
    } catch (failure) {
      notifyError(failure);
    }
  };
  return (
    <section className={classes.deal} aria-label={t('finance.plan.ofDeal')}>
      <div className={classes.dealHead}>
        <h2>{t('finance.plan.ofDeal')}</h2>
        {plan && can('write') && (
          <Group gap={4}>
            {plan.own && (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void back()}>
                {t('finance.plan.back')}
              </Button>
            )}
            <Button size="compact-xs" variant="subtle" onClick={() => setEditing(true)}>
              {t('finance.plan.change')}
            </Button>
          </Group>
        )}
      </div>
      {plan ? (
        <Text size="sm">
          <PlanText plan={plan} />{' '}
          <Text span size="xs" c="dimmed">
            {t(`finance.plan.from.${plan.from}`)}
          </Text>
        </Text>
      ) : (
        <Skeleton height={18} />
      )}
      {editing && plan && (
        <PlanDialog of={of} title={t('finance.plan.ofDeal')} plan={plan} onClose={() => setEditing(false)} />
      )}
    </section>
  );
}
