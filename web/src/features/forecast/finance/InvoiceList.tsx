import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconReceipt } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { DateText, EmptyState, ErrorState, ListSkeleton, Money } from '@/ui';
import { type DataColumn, DataTable } from '@/ui/table';
import { type Invoice, invoicesQuery, type Shown } from './api';
import classes from './Finance.module.css';
import { Lateness } from './Lateness';

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

interface InvoiceListProps {
  status: Shown;
  text: string;
  onOpen: (invoice: Invoice) => void;
  onAdd: () => void;
}

export function InvoiceList({ status, text, onOpen, onAdd }: InvoiceListProps) {
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
      onOpen={onOpen}
      onEndReached={hasNextPage ? () => void fetchNextPage() : undefined}
      loadingMore={isFetchingNextPage}
      empty={<Nothing narrowed={status !== 'open' || text !== ''} onAdd={onAdd} />}
    />
  );
}
