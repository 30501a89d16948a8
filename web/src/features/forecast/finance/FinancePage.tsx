import { Button, Menu, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChartAreaLine, IconDownload, IconPlus, IconSearch, IconUpload } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@/api';
import { useSession } from '@/app/session';
import { PageHeader } from '@/ui';
import page from '@/ui/Page.module.css';
import { useForecastLive } from '../live';
import { Ageing } from './Ageing';
import { BUCKETS, type Invoice, SHOWN, type Shown } from './api';
import classes from './Finance.module.css';
import { ImportDialog } from './ImportDialog';
import { InvoiceDialog } from './InvoiceDialog';
import { InvoiceList } from './InvoiceList';
import { InvoicePanel } from './InvoicePanel';
import { ReceiptDialog } from './ReceiptDialog';

type Dialog = { kind: 'add' | 'import' } | { kind: 'open' | 'edit' | 'receive'; invoice: Invoice } | null;

function Dialogs({ dialog, onDialog }: { dialog: Dialog; onDialog: (next: Dialog) => void }) {
  const close = () => onDialog(null);
  if (dialog === null) return null;
  if (dialog.kind === 'add') return <InvoiceDialog invoice={null} onClose={close} />;
  if (dialog.kind === 'import') return <ImportDialog onClose={close} />;
  if (!('invoice' in dialog)) return null;
  const { invoice } = dialog;
  if (dialog.kind === 'edit') return <InvoiceDialog invoice={invoice} onClose={close} />;
  if (dialog.kind === 'receive') return <ReceiptDialog invoice={invoice} onClose={close} />;
  return (
    <InvoicePanel
      invoice={invoice}
      onEdit={() => onDialog({ kind: 'edit', invoice })}
      onReceive={() => onDialog({ kind: 'receive', invoice })}
      onClose={close}
    />
  );
}

/** Which invoices, as the address says. */
function useShown(): [Shown, (next: Shown) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const shown = [...SHOWN, ...BUCKETS].find((each) => each === String(search.show)) ?? 'open';
  return [
    shown,
    (next) =>
      void navigate({
        to: '.',
        replace: true,
        // A number, for the address would put digits of a text into quotes.
        search: (next === 'open' ? {} : { show: Number(next) || next }) as never,
      }),
  ];
}

/** What customers owe, how late it is, and when it is foreseen to come. */
export function FinancePage() {
  const { t } = useTranslation('forecast');
  useForecastLive();
  const { can, me } = useSession();
  const [status, setStatus] = useShown();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 200);
  const [dialog, setDialog] = useState<Dialog>(null);
  return (
    <div className={page.page}>
      <PageHeader
        title={t('finance.title')}
        actions={
          <>
            {(can('import') || can('export')) && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
                    {t('finance.files')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {can('import') && (
                    <Menu.Item
                      leftSection={<IconUpload size={16} aria-hidden />}
                      onClick={() => setDialog({ kind: 'import' })}
                    >
                      {t('finance.import.title')}
                    </Menu.Item>
                  )}
                  {can('export') && (
                    <Menu.Item
                      component="a"
                      href={apiUrl('/forecast/invoices.csv', { status, q: text })}
                      leftSection={<IconDownload size={16} aria-hidden />}
                    >
                      {t('finance.export')}
                    </Menu.Item>
                  )}
                  {can('export') && me?.user.visibility === 'all' && (
                    <Menu.Item
                      component="a"
                      href={apiUrl('/forecast/outlook.csv', { measure: 'cash' })}
                      leftSection={<IconChartAreaLine size={16} aria-hidden />}
                    >
                      {t('finance.cashByMonth')}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            )}
            {can('manage-pipelines') && (
              <Button
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => setDialog({ kind: 'add' })}
              >
                {t('finance.add')}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.tools}>
        <SegmentedControl
          size="xs"
          aria-label={t('finance.show')}
          data={SHOWN.map((each) => ({ value: each, label: t(`finance.shown.${each}`) }))}
          value={status}
          onChange={(next) => setStatus(next as Shown)}
        />
        <TextInput
          size="xs"
          aria-label={t('finance.find')}
          placeholder={t('finance.find')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <Ageing shown={status} onShow={setStatus} />
      <InvoiceList
        status={status}
        text={text}
        onOpen={(invoice) => setDialog({ kind: 'open', invoice })}
        onAdd={() => setDialog({ kind: 'add' })}
      />
      <Dialogs dialog={dialog} onDialog={setDialog} />
    </div>
  );
}
