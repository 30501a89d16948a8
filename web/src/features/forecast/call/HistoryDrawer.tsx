import { Drawer, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState, useFormat } from '@/ui';
import { type CallRow, type CallTable, saidQuery } from './api';
import classes from './Call.module.css';
import { useRowName } from './TreeTable';

function Entries({ table, row }: { table: CallTable; row: CallRow }) {
  const { t } = useTranslation('call');
  const format = useFormat();
  const { data, error, refetch } = useQuery(saidQuery(table.period, row));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={160} />;
  if (data.length === 0) return <Text c="dimmed">{t('history.nothing')}</Text>;
  const money = (amount: string | undefined, currency: string) =>
    amount === undefined ? '–' : format.money(amount, currency, true);
  return (
    <ol className={classes.entries}>
      {data.map((one) => (
        <li key={one.id}>
          <div className={classes.entryHead}>
            <span>{t(`kind.${one.kind}`)}</span>
            <b className="n-figure">{money(one.amount, one.currency)}</b>
          </div>
          <div className={classes.soft}>
            {one.author}, <time dateTime={one.at}>{format.dateTime(one.at)}</time>
          </div>
          {one.reason && <blockquote>{one.reason}</blockquote>}
          <div className={classes.soft}>
            {one.base.amount !== undefined &&
              `${t(one.base.summed ? 'history.replacedSum' : 'history.replaced', {
                amount: money(one.base.amount, one.currency),
                author: one.base.author ?? '',
              })} `}
            {t('history.won', { amount: money(one.base.won, one.currency) })}
            {one.base.modelP50 !== undefined &&
              ` ${t('history.model', { amount: money(one.base.modelP50, one.currency) })}`}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Everything that was said of a row, never changed. */
export function HistoryDrawer({
  table,
  row,
  onClose,
}: {
  table: CallTable;
  row: CallRow | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('call');
  const nameOf = useRowName();
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={row ? t('history.title', { name: nameOf(row) }) : ''}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {row && <Entries table={table} row={row} />}
    </Drawer>
  );
}
