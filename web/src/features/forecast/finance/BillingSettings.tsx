import { Button, Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { useSession } from '@/app/session';
import { ErrorState, ListSkeleton, notifyError, PageHeader, Panel } from '@/ui';
import { planPath, planQuery } from './api';
import { Outflows } from './Outflows';
import { PlanDialog } from './PlanDialog';
import { PlanText } from './PlanText';

interface Product {
  id: string;
  name: string;
}

function OnePlan({ of, title }: { of: string; title: string }) {
  const { t } = useTranslation('forecast');
  const { can } = useSession();
  const client = useQueryClient();
  const { data: plan, error, refetch } = useQuery(planQuery(of));
  const [editing, setEditing] = useState(false);
  if (error && !plan) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!plan) return <ListSkeleton rows={1} />;
  const back = async () => {
    try {
      await api.delete(planPath(of), undefined, { ifMatch: plan.version });
      await client.invalidateQueries({ queryKey: ['billing-plan'] });
    } catch (failure) {
      notifyError(failure);
    }
  };
  return (
    <>
      <Group justify="space-between" align="center">
        <div>
          <Text>
            <PlanText plan={plan} />
          </Text>
          <Text size="xs" c="dimmed">
            {t(`finance.plan.from.${plan.from}`)}
          </Text>
        </div>
        {can('manage-pipelines') && (
          <Group gap="xs">
            {plan.own && of !== '' && (
              <Button size="xs" variant="subtle" color="gray" onClick={() => void back()}>
                {t('finance.plan.back')}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => setEditing(true)}>
              {t('finance.plan.change')}
            </Button>
          </Group>
        )}
      </Group>
      {editing && <PlanDialog of={of} title={title} plan={plan} onClose={() => setEditing(false)} />}
    </>
  );
}

function ProductPlans() {
  const { t } = useTranslation('forecast');
  const [product, setProduct] = useState<Product | null>(null);
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const { data } = useQuery({
    queryKey: ['products', 'pick', asked],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.get<{ items: Product[] }>('/products', { signal, query: { q: asked, limit: 20 } }),
  });
  const found = data?.items ?? [];
  const all = product && !found.some((each) => each.id === product.id) ? [product, ...found] : found;
  return (
    <Panel title={t('finance.settings.products')} lead={t('finance.settings.productsLead')}>
      <Select
        mb="md"
        label={t('finance.settings.product')}
        placeholder={t('finance.settings.chooseProduct')}
        searchable
        filter={({ options }) => options}
        nothingFoundMessage={t('finance.settings.noProduct')}
        data={all.map((each) => ({ value: each.id, label: each.name }))}
        value={product?.id ?? null}
        searchValue={text}
        onSearchChange={setText}
        onChange={(id) => setProduct(all.find((each) => each.id === id) ?? null)}
      />
      {product && <OnePlan key={product.id} of={`products/${product.id}`} title={product.name} />}
    </Panel>
  );
}

/** How won amounts are invoiced, unless a deal says otherwise. */
export default function BillingSettings() {
  const { t } = useTranslation('forecast');
  const { me } = useSession();
  return (
    <>
      <PageHeader title={t('finance.settings.title')} />
      <Panel title={t('finance.settings.usual')} lead={t('finance.settings.usualLead')}>
        <OnePlan of="" title={t('finance.settings.usual')} />
      </Panel>
      <ProductPlans />
      {me?.user.visibility === 'all' && <Outflows />}
    </>
  );
}
