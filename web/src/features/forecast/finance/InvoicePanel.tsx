import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconCash, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { useSession } from '@/app/session';
import { DateText, Modal, Money, notifyError, notifyUndo } from '@/ui';
import type { Invoice } from './api';
import classes from './Finance.module.css';
import { Lateness } from './Lateness';

interface InvoicePanelProps {
  invoice: Invoice;
  onEdit: () => void;
  onReceive: () => void;
  onClose: () => void;
}

function Facts({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('forecast');
  const { expected } = invoice;
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('finance.field.amount')}</dt>
        <dd>
          <Money amount={invoice.amount} currency={invoice.currency} />
        </dd>
      </div>
      <div>
        <dt>{t('finance.field.open')}</dt>
        <dd>
          <Money amount={invoice.open} currency={invoice.currency} />
        </dd>
      </div>
      <div>
        <dt>{t('finance.field.issued')}</dt>
        <dd>
          <DateText value={invoice.issuedOn} />
        </dd>
      </div>
      <div>
        <dt>{t('finance.field.due')}</dt>
        <dd>
          <DateText value={invoice.dueOn} />
        </dd>
      </div>
      {expected && (
        <div title={t('finance.expectedHelp')}>
          <dt>{t('finance.expected')}</dt>
          <dd>
            {expected.likely ? <DateText value={expected.likely} /> : t('finance.doubtful')}
            {expected.early && expected.late && (
              <small>
                {' '}
                (<DateText value={expected.early} /> – <DateText value={expected.late} />)
              </small>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** One invoice: its facts, what came for it, and what can be done. */
export function InvoicePanel({ invoice, onEdit, onReceive, onClose }: InvoicePanelProps) {
  const { t } = useTranslation('forecast');
  const { can } = useSession();
  const client = useQueryClient();
  const mayChange = can('manage-pipelines');
  const again = () => void client.invalidateQueries({ queryKey: ['invoices'] });
  const remove = async (path: string, said: string, ifMatch?: number) => {
    try {
      const { undo } = await api.change('DELETE', path, undefined, ifMatch === undefined ? {} : { ifMatch });
      if (undo) notifyUndo(said, undo, again);
      again();
      onClose();
    } catch (failure) {
      notifyError(failure);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('finance.invoiceTitle', { number: invoice.number })}
      closeButtonProps={{ 'aria-label': t('finance.close') }}
    >
      <Stack gap="md">
        <Group gap="xs">
          <Lateness invoice={invoice} />
          {invoice.company && <Text span>{invoice.company}</Text>}
          {invoice.dealId && (
            <Link to={`/deals/${invoice.dealId}` as never} className={classes.link}>
              {invoice.deal}
            </Link>
          )}
        </Group>
        <Facts invoice={invoice} />
        <div>
          <Text fw={600} size="sm">
            {t('finance.receipts')}
          </Text>
          {invoice.receipts.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('finance.noReceipts')}
            </Text>
          )}
          <ul className={classes.receipts}>
            {invoice.receipts.map((receipt) => (
              <li key={receipt.id}>
                <DateText value={receipt.receivedOn} />
                <Money amount={receipt.amount} currency={invoice.currency} />
                {mayChange && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('finance.removeReceipt')}
                    onClick={() =>
                      void remove(`/forecast/receipts/${receipt.id}`, t('finance.receiptRemoved'))
                    }
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        </div>
        {mayChange && invoice.status !== 'cancelled' && (
          <Group justify="flex-end" gap="xs">
            <Button
              variant="subtle"
              color="red"
              onClick={() =>
                void remove(`/forecast/invoices/${invoice.id}`, t('finance.cancelled'), invoice.version)
              }
            >
              {t('finance.cancelInvoice')}
            </Button>
            <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
              {t('finance.edit')}
            </Button>
            <Button leftSection={<IconCash size={16} aria-hidden />} onClick={onReceive}>
              {t('finance.receive')}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
