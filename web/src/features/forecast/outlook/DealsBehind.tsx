import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, ListSkeleton, useFormat } from '@/ui';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { chanceText } from '../chance/words';
import { behindQuery, type DealBehind } from './api';
import classes from './Outlook.module.css';
import { labelText } from './words';

function Deals({ label, currency, title }: { label: string; currency: string; title: string }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const { data, error, refetch } = useQuery(behindQuery(label));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={8} />;
  if (data.length === 0) return <p className={classes.note}>{t('behind.none')}</p>;
  const money = (amount: string | null) => (amount === null ? '–' : format.money(amount, currency, true));
  const sum = data.reduce((all, deal) => all + Number(deal.expected ?? 0), 0);
  const columns: TableColumn<DealBehind>[] = [
    {
      id: 'title',
      header: t('behind.deal'),
      left: true,
      value: (deal) => deal.title,
      cell: (deal) => (
        <Link to={`/deals/${deal.id}` as never} className={classes.link} title={deal.title}>
          {deal.title}
        </Link>
      ),
    },
    {
      id: 'expected',
      header: t('behind.expected'),
      value: (deal) => (deal.expected === null ? null : Number(deal.expected)),
      cell: (deal) => money(deal.expected),
    },
    {
      id: 'chance',
      header: t('behind.chance'),
      value: (deal) => deal.chance,
      cell: (deal) => chanceText(deal.chance, format),
    },
    {
      id: 'amount',
      header: t('behind.amount'),
      value: (deal) => (deal.amount === null ? null : Number(deal.amount)),
      cell: (deal) => money(deal.amount),
    },
    {
      id: 'owner',
      header: t('by.owner'),
      left: true,
      value: (deal) => deal.owner ?? '',
      cell: (deal) => deal.owner ?? '',
    },
    {
      id: 'company',
      header: t('behind.company'),
      left: true,
      value: (deal) => deal.company ?? '',
      cell: (deal) => deal.company ?? '',
    },
  ];
  return (
    <>
      <p className={classes.note}>
        {t('behind.lead', {
          count: data.length,
          n: format.number(data.length),
          sum: format.money(sum, currency, true),
        })}
      </p>
      <div className={classes.behind}>
        <SortableTable
          label={title}
          rows={data}
          rowId={(deal) => deal.id}
          columns={columns}
          sortBy="expected"
        />
      </div>
    </>
  );
}

interface DealsBehindProps {
  /** Month or quarter; null closes. */
  label: string | null;
  currency: string;
  onClose: () => void;
}

/** The open deals behind a bar, the one that brings most first. */
export function DealsBehind({ label, currency, onClose }: DealsBehindProps) {
  const { t, i18n } = useTranslation('forecast');
  const format = useFormat();
  const title = label ? t('behind.title', { period: labelText(label, i18n.language, format) }) : '';
  return (
    <Drawer
      opened={label !== null}
      onClose={onClose}
      position="right"
      size="min(820px, 100vw)"
      title={title}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {label && <Deals label={label} currency={currency} title={title} />}
    </Drawer>
  );
}
