import { Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { notifyUndo, useFormat } from '@/ui';
import { DateField } from '@/ui/dates';
import { FormDialog } from '@/ui/FormDialog';
import { useLacks } from '@/ui/lacks';
import { readAmount } from './amount';
import type { Invoice } from './api';

/** Money that came for an invoice: all that is open, unless another amount is typed. */
export function ReceiptDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const client = useQueryClient();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [typed, setTyped] = useState(Number(invoice.open) === 0 ? '' : invoice.open);
  const [receivedOn, setReceivedOn] = useState<string | null>(
    new Intl.DateTimeFormat('sv-SE', { timeZone: format.zone }).format(new Date()),
  );
  const amount = readAmount(typed);
  const lacks = useLacks({ amount: amount === null, receivedOn: !receivedOn });
  const save = async () => {
    const again = () => void client.invalidateQueries({ queryKey: ['invoices'] });
    const { undo } = await api.change('POST', `/forecast/invoices/${invoice.id}/receipts`, {
      amount,
      receivedOn,
    });
    if (undo) notifyUndo(t('finance.received'), undo, again);
    again();
  };
  return (
    <FormDialog
      title={t('finance.receiveTitle', { number: invoice.number })}
      act={t('finance.save')}
      lacks={lacks}
      onErrors={setErrors}
      onSave={save}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('finance.openIs', { amount: format.money(invoice.open, invoice.currency) })}
      </Text>
      <TextInput
        data-autofocus
        label={t('finance.field.receipt', { currency: invoice.currency })}
        description={t('finance.field.receiptHelp')}
        inputMode="decimal"
        value={typed}
        error={
          typed.trim() !== '' && amount === null
            ? t('finance.field.amountWrong')
            : (lacks.at('amount') ?? errors.amount)
        }
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <DateField
        label={t('finance.field.receivedOn')}
        value={receivedOn}
        error={lacks.at('receivedOn') ?? errors.receivedOn}
        onChange={setReceivedOn}
      />
    </FormDialog>
  );
}
