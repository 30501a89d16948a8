import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { useMe } from '@/app/session';
import { notifyDone, notifyUndo } from '@/ui';
import { DateField } from '@/ui/dates';
import { FormDialog } from '@/ui/FormDialog';
import { useLacks } from '@/ui/lacks';
import { readAmount } from './amount';
import type { Invoice, InvoiceFields } from './api';

const CURRENCIES = ['PLN', 'EUR', 'USD', 'GBP', 'CZK', 'CHF'];

interface PayerProps {
  value: { id: string; name: string } | null;
  error?: string | undefined;
  onChange: (payer: { id: string; name: string } | null) => void;
}

function PayerField({ value, error, onChange }: PayerProps) {
  const { t } = useTranslation('forecast');
  const [text, setText] = useState(value?.name ?? '');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const { data } = useQuery({
    queryKey: ['companies', 'pick', asked],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.get<{ items: { id: string; name: string }[] }>('/companies', {
        signal,
        query: { q: asked, limit: 8 },
      }),
  });
  const found = data?.items ?? [];
  const all = value && !found.some((each) => each.id === value.id) ? [value, ...found] : found;
  return (
    <Select
      label={t('finance.field.payer')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('finance.field.noPayer') }}
      nothingFoundMessage={t('finance.field.nobody')}
      filter={({ options }) => options}
      data={all.map((each) => ({ value: each.id, label: each.name }))}
      value={value?.id ?? null}
      searchValue={text}
      onSearchChange={setText}
      error={error}
      onChange={(id) => onChange(all.find((each) => each.id === id) ?? null)}
    />
  );
}

/** A new invoice, or the facts of one that is there. */
export function InvoiceDialog({ invoice, onClose }: { invoice: Invoice | null; onClose: () => void }) {
  const { t } = useTranslation('forecast');
  const { workspace } = useMe();
  const client = useQueryClient();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [number, setNumber] = useState(invoice?.number ?? '');
  const [payer, setPayer] = useState(
    invoice?.companyId ? { id: invoice.companyId, name: invoice.company ?? '' } : null,
  );
  const [typed, setTyped] = useState(invoice?.amount ?? '');
  const [currency, setCurrency] = useState(invoice?.currency ?? workspace.currency);
  const [issuedOn, setIssuedOn] = useState<string | null>(invoice?.issuedOn ?? null);
  const [dueOn, setDueOn] = useState<string | null>(invoice?.dueOn ?? null);
  const amount = readAmount(typed);
  const lacks = useLacks({
    number: number.trim() === '',
    payer: !(payer || invoice?.dealId),
    amount: amount === null,
    issuedOn: !issuedOn,
    dueOn: !dueOn,
  });
  const save = async () => {
    const fields: InvoiceFields = {
      number: number.trim(),
      companyId: payer?.id ?? null,
      amount: amount ?? '',
      currency,
      issuedOn,
      dueOn,
    };
    const again = () => void client.invalidateQueries({ queryKey: ['invoices'] });
    if (invoice) {
      const path = `/forecast/invoices/${invoice.id}`;
      const { undo } = await api.change<Invoice>('PATCH', path, fields, { ifMatch: invoice.version });
      if (undo) notifyUndo(t('finance.saved'), undo, again);
    } else {
      await api.post<Invoice>('/forecast/invoices', fields);
      notifyDone(t('finance.added', { number: fields.number }));
    }
    again();
  };
  return (
    <FormDialog
      title={invoice ? t('finance.editTitle', { number: invoice.number }) : t('finance.add')}
      act={t('finance.save')}
      lacks={lacks}
      onErrors={setErrors}
      onSave={save}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('finance.field.number')}
        value={number}
        error={lacks.at('number') ?? errors.number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <PayerField value={payer} error={lacks.at('payer') ?? errors.companyId} onChange={setPayer} />
      <Group grow align="flex-start">
        <TextInput
          label={t('finance.field.amount')}
          inputMode="decimal"
          value={typed}
          error={
            typed.trim() !== '' && amount === null
              ? t('finance.field.amountWrong')
              : (lacks.at('amount') ?? errors.amount)
          }
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          label={t('finance.field.currency')}
          allowDeselect={false}
          data={[...new Set([workspace.currency, currency, ...CURRENCIES])]}
          value={currency}
          onChange={(next) => next && setCurrency(next)}
        />
      </Group>
      <Group grow align="flex-start">
        <DateField
          label={t('finance.field.issued')}
          value={issuedOn}
          error={lacks.at('issuedOn') ?? errors.issuedOn}
          onChange={setIssuedOn}
        />
        <DateField
          label={t('finance.field.due')}
          value={dueOn}
          error={lacks.at('dueOn') ?? errors.dueOn}
          onChange={setDueOn}
        />
      </Group>
    </FormDialog>
  );
}
