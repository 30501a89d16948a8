import { Button, Menu, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import {
  IconChartAreaLine,
  IconDownload,
  IconPlus,
  IconReceipt,
  IconSearch,
  IconUpload,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@/api';
import { useSession } from '@/app/session';
import { DateText, EmptyState, ErrorState, ListSkeleton, Money, PageHeader } from '@/ui';
import page from '@/ui/Page.module.css';
import { type DataColumn, DataTable } from '@/ui/table';
import { useForecastLive } from '../live';
import { Ageing } from './Ageing';
import { BUCKETS, type Invoice, invoicesQuery, SHOWN, type Shown } from './api';
import classes from './Finance.module.css';
import { ImportDialog } from './ImportDialog';
import { InvoiceDialog } from './InvoiceDialog';
import { InvoicePanel } from './InvoicePanel';
import { Lateness } from './Lateness';
import { ReceiptDialog } from './ReceiptDialog';

type Dialog = { kind: 'add' | 'import' } | { kind: 'open' | 'edit' | 'receive'; invoice: Invoice } | null;

function useColumns(): DataColumn<Invoice>[] {
  const { t } = useTranslation('forecast');
  const column = (id: string, header: string, cell: (row: Invoice) => ReactNode, width: number) => ({
    id,
    header,
    cell,
    width,
  });
  const right = { align: 'right' } as const;
  // What an invoice also tells when it is opened gives way first.
  const narrow = useMediaQuery('(max-width: 1240px)', false, { getInitialValueInEffect: false });
  const slim = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  return [
    {
      ...column('number', t('finance.field.number'), (row) => <strong>{row.number}</strong>, 140),
      hideable: false,
    },
    column('payer', t('finance.field.payer'), (row) => row.company ?? '–', slim ? 142 : 200),
    {
      ...column('deal', t('finance.field.deal'), (row) => row.deal ?? '–', 150),
      hidden: narrow,
    },
    {
      ...column(
        'open',
        t('finance.field.open'),
        (row) => <Money amount={row.open} currency={row.currency} />,
        132,
      ),
      ...right,
    },
    {
      ...column(
        'amount',
        t('finance.field.amount'),
        (row) => <Money amount={row.amount} currency={row.currency} />,
        132,
      ),
      ...right,
      hidden: narrow,
    },
    column('status', t('finance.field.status'), (row) => <Lateness invoice={row} />, slim ? 146 : 156),
    {
      ...column('due', t('finance.field.due'), (row) => <DateText value={row.dueOn} />, 126),
      hidden: narrow,
    },
    {
      ...column(
        'expected',
        t('finance.expected'),
        (row) =>
          row.expected &&
          (row.expected.likely ? <DateText value={row.expected.likely} /> : t('finance.doubtful')),
        180,
      ),
      hidden: slim,
    },
  ];
}

function Card({ invoice }: { invoice: Invoice }) {
  return (
    <div className={classes.card}>
      <span className={classes.cardLine}>
        <strong>{invoice.company ?? invoice.deal ?? invoice.number}</strong>
        <Money amount={invoice.open} currency={invoice.currency} />
      </span>
      <span className={classes.cardLine}>
        <span>{invoice.number}</span>
        <Lateness invoice={invoice} />
      </span>
    </div>
  );
}

function Nothing({ narrowed, onAdd }: { narrowed: boolean; onAdd: () => void }) {
  const { t } = useTranslation('forecast');
  const { can } = useSession();
  return (
    <EmptyState
      icon={IconReceipt}
      title={t(narrowed ? 'finance.empty.narrowTitle' : 'finance.empty.title')}
      actions={!narrowed && can('manage-pipelines') && <Button onClick={onAdd}>{t('finance.add')}</Button>}
    >
      {t(narrowed ? 'finance.empty.narrowDetail' : 'finance.empty.detail')}
    </EmptyState>
  );
}

function List({ status, text, onDialog }: { status: Shown; text: string; onDialog: (next: Dialog) => void }) {
  const { t } = useTranslation('forecast');
  const columns = useColumns();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    invoicesQuery(status, text),
  );
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={8} />;
  const rows = data.pages.flatMap((page) => page.items);
  return (
    <DataTable
      label={t('finance.title')}
      rows={rows}
      rowId={(row) => row.id}
      columns={columns}
      storageKey="finance"
      card={(row) => <Card invoice={row} />}
      onOpen={(invoice) => onDialog({ kind: 'open', invoice })}
      onEndReached={hasNextPage ? () => void fetchNextPage() : undefined}
      loadingMore={isFetchingNextPage}
      empty={<Nothing narrowed={status !== 'open' || text !== ''} onAdd={() => onDialog({ kind: 'add' })} />}
    />
  );
}

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
      <List status={status} text={text} onDialog={setDialog} />
      <Dialogs dialog={dialog} onDialog={setDialog} />
    </div>
  );
}
