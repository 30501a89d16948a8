import { ActionIcon, Button, Group, Select, TextInput, UnstyledButton } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Money, notifyError, useFormat } from '@/ui';
import { useActions } from '../actions';
import { productsQuery } from '../api';
import { add, readAmount, times } from '../model/decimal';
import type { Deal, DealProduct } from '../types';
import classes from './Record.module.css';

interface LineProps {
  line: DealProduct;
  currency: string;
  readOnly: boolean;
  onChange: (line: DealProduct) => void;
  onRemove: () => void;
}

function Figure({
  label,
  value,
  width,
  onSave,
}: {
  label: string;
  value: string;
  width: number;
  onSave: (value: string) => void;
}) {
  const format = useFormat();
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? (value === '' ? '' : format.number(value, 4));
  const done = () => {
    const read = text === null ? null : readAmount(text);
    if (read !== null && read !== value) onSave(read);
    setText(null);
  };
  return (
    <TextInput
      size="xs"
      w={width}
      aria-label={label}
      inputMode="decimal"
      value={shown}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  );
}

function Line({ line, currency, readOnly, onChange, onRemove }: LineProps) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  if (readOnly) {
    return (
      <div className={classes.item}>
        <span className={classes.grow}>{line.name}</span>
        <span className="n-figure">
          {format.number(line.quantity, 4)} × <Money amount={line.unitPrice} currency={currency} />
        </span>
      </div>
    );
  }
  return (
    <div className={classes.item}>
      <span className={classes.grow}>{line.name}</span>
      <Figure
        label={t('products.quantity', { name: line.name })}
        value={line.quantity}
        width={52}
        onSave={(quantity) => onChange({ ...line, quantity })}
      />
      <span aria-hidden>×</span>
      <Figure
        label={t('products.price', { name: line.name })}
        value={line.unitPrice ?? ''}
        width={84}
        onSave={(unitPrice) => onChange({ ...line, unitPrice })}
      />
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={t('products.remove', { name: line.name })}
        onClick={onRemove}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
}

/** What is being sold. The deal's amount stays its own; the sum of the lines is offered for it. */
export function ProductsField({ deal, readOnly }: { deal: Deal; readOnly: boolean }) {
  const { t } = useTranslation('pipeline');
  const { patch } = useActions();
  const { data: products = [] } = useQuery(productsQuery());
  const [adding, setAdding] = useState(false);
  const lines = deal.products;
  const save = (next: readonly DealProduct[]) =>
    patch(deal.id, {
      products: next.map(({ id, quantity, unitPrice }) => ({ productId: id, quantity, unitPrice })),
    }).catch(notifyError);
  const sum = lines.reduce((all, line) => add(all, times(line.quantity, line.unitPrice ?? '0')), '0');
  const offered = products.filter((each) => each.active && !lines.some((line) => line.id === each.id));
  return (
    <div className={classes.list}>
      {lines.map((line) => (
        <Line
          key={line.id}
          line={line}
          currency={deal.currency}
          readOnly={readOnly}
          onChange={(changed) => void save(lines.map((each) => (each.id === line.id ? changed : each)))}
          onRemove={() => void save(lines.filter((each) => each.id !== line.id))}
        />
      ))}
      {readOnly && lines.length === 0 && '–'}
      {!readOnly && sum !== '0' && sum !== (deal.amount ?? '0') && (
        <Button
          size="compact-xs"
          variant="light"
          onClick={() => void patch(deal.id, { amount: sum }).catch(notifyError)}
        >
          {t('products.takeSum')}&nbsp;
          <Money amount={sum} currency={deal.currency} />
        </Button>
      )}
      {!readOnly && !adding && (
        <UnstyledButton className={classes.add} onClick={() => setAdding(true)}>
          <Group gap={4}>
            <IconPlus size={14} aria-hidden />
            {t('products.add')}
          </Group>
        </UnstyledButton>
      )}
      {adding && (
        <Select
          size="xs"
          autoFocus
          searchable
          defaultDropdownOpened
          aria-label={t('products.add')}
          placeholder={t('products.add')}
          nothingFoundMessage={t('products.none')}
          data={offered.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onBlur={() => setAdding(false)}
          onChange={(id) => {
            const product = offered.find((each) => each.id === id);
            setAdding(false);
            if (product) {
              void save([
                ...lines,
                { id: product.id, name: product.name, quantity: '1', unitPrice: product.unitPrice },
              ]);
            }
          }}
        />
      )}
    </div>
  );
}
