import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { ErrorState, ListSkeleton, Panel, useFormat } from '@/ui';
import { percentOf } from './amount';
import { type OutflowFigures, outflowsQuery } from './api';
import { OutflowsDialog } from './OutflowsDialog';

function Told({ of }: { of: OutflowFigures }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  if (!of.entered) return <Text c="dimmed">{t('finance.outflows.none')}</Text>;
  const share = (text: string) => `${format.number(Number(percentOf(text)), 4)}%`;
  return (
    <div>
      {Number(of.commission) > 0 && (
        <Text>{t('finance.outflows.commissionIs', { share: share(of.commission) })}</Text>
      )}
      {Number(of.delivery) > 0 && (
        <Text>{t(`finance.outflows.deliveryIs.${of.deliveryOf}`, { share: share(of.delivery) })}</Text>
      )}
      {of.payroll.map((each) => (
        <Text key={each.from}>
          {t('finance.outflows.payrollIs', {
            month: format.month(each.from),
            amount: format.money(each.amount, of.currency, true),
          })}
        </Text>
      ))}
    </div>
  );
}

/** What goes out: once it is entered the forecast tells a cash flow, until then cash-in. */
export function Outflows() {
  const { t } = useTranslation('forecast');
  const { can } = useSession();
  const { data, error, refetch } = useQuery(outflowsQuery);
  const [editing, setEditing] = useState(false);
  return (
    <Panel title={t('finance.outflows.title')} lead={t('finance.outflows.lead')}>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Group justify="space-between" align="flex-start">
          <Told of={data} />
          {can('manage-pipelines') && (
            <Button size="xs" variant="default" onClick={() => setEditing(true)}>
              {t('finance.outflows.change')}
            </Button>
          )}
        </Group>
      ) : (
        <ListSkeleton rows={1} />
      )}
      {editing && data && <OutflowsDialog outflows={data} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
