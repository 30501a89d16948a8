import { ActionIcon, Badge, Button, Group, Select, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPencil, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/session';
import { EmptyState, ErrorState, ListSkeleton, Money, Panel } from '@/ui';
import { FormDialog } from '@/ui/FormDialog';
import { useLacks } from '@/ui/lacks';
import { productsQuery } from '../api';
import { readAmount } from '../model/decimal';
import type { Product } from '../types';
import classes from './Settings.module.css';
import { useSetup } from './setup';

const CURRENCIES = ['PLN', 'EUR', 'USD', 'GBP', 'CZK', 'CHF'];

function ProductDialog({ product, onClose }: { product: Product | null; onClose: () => void }) {
  const { t } = useTranslation('pipeline');
  const { workspace } = useMe();
  const { addProduct, changeProduct } = useSetup();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [name, setName] = useState(product?.name ?? '');
  const [code, setCode] = useState(product?.code ?? '');
  const [family, setFamily] = useState(product?.family ?? '');
  const [price, setPrice] = useState(product?.unitPrice ?? '');
  const [currency, setCurrency] = useState(product?.currency ?? workspace.currency);
  const [active, setActive] = useState(product?.active ?? true);
  const unitPrice = price.trim() === '' ? null : readAmount(price);
  const wrong = price.trim() !== '' && unitPrice === null;
  const lacks = useLacks({ name: name.trim() === '', unitPrice: wrong });
  const fields = {
    name: name.trim(),
    code: code.trim() || null,
    family: family.trim() || null,
    unitPrice,
    currency: unitPrice === null ? null : currency,
    active,
  };
  return (
    <FormDialog
      title={product ? product.name : t('settings.newProduct')}
      act={t('save')}
      lacks={lacks}
      onErrors={setErrors}
      onClose={onClose}
      onSave={() => (product ? changeProduct(product, fields) : addProduct(fields))}
    >
      <TextInput
        data-autofocus
        label={t('settings.productName')}
        value={name}
        error={lacks.at('name') ?? errors.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group grow>
        <TextInput
          label={t('settings.code')}
          value={code}
          error={errors.code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <TextInput
          label={t('settings.family')}
          value={family}
          error={errors.family}
          onChange={(event) => setFamily(event.currentTarget.value)}
        />
      </Group>
      <Group grow align="flex-start">
        <TextInput
          label={t('settings.unitPrice')}
          inputMode="decimal"
          value={price}
          error={wrong ? t('field.amountWrong') : errors.unitPrice}
          onChange={(event) => setPrice(event.currentTarget.value)}
        />
        <Select
          label={t('field.currency')}
          allowDeselect={false}
          data={[...new Set([workspace.currency, currency, ...CURRENCIES])]}
          value={currency}
          onChange={(next) => next && setCurrency(next)}
        />
      </Group>
      <Switch
        label={t('settings.productActive')}
        checked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}

/** What is sold, with its list price. */
export function Products() {
  const { t } = useTranslation('pipeline');
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const [edited, setEdited] = useState<Product | 'new' | null>(null);
  const { data, error, refetch } = useQuery(productsQuery(asked));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Panel
      title={t('settings.part.products')}
      lead={t('settings.productsLead')}
      actions={
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setEdited('new')}>
          {t('settings.newProduct')}
        </Button>
      }
    >
      <TextInput
        size="xs"
        mb="sm"
        aria-label={t('settings.findProduct')}
        placeholder={t('settings.findProduct')}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {!data && <ListSkeleton rows={5} />}
      {data?.length === 0 && <EmptyState title={t('settings.noProducts')} />}
      <ul className={classes.rows}>
        {data?.map((product) => (
          <li key={product.id} className={classes.row}>
            <div className={classes.stageName}>
              <strong>{product.name}</strong>
              <span>{[product.code, product.family].filter(Boolean).join(' · ')}</span>
            </div>
            {!product.active && <Badge color="gray">{t('settings.notOffered')}</Badge>}
            <span className={classes.figure}>
              {product.unitPrice && (
                <Money amount={product.unitPrice} currency={product.currency ?? undefined} />
              )}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('settings.editProduct', { name: product.name })}
              onClick={() => setEdited(product)}
            >
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {edited && <ProductDialog product={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Panel>
  );
}
