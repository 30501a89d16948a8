import { ActionIcon, Badge, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconHistory, IconPencil } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { Attainment } from './Attainment';
import { unfolded } from './amounts';
import type { CallRow, CallTable, Of, Said } from './api';
import classes from './Call.module.css';
import type { Shown } from './DealsDrawer';

interface TreeTableProps {
  table: CallTable;
  onSubmit: (row: CallRow) => void;
  onHistory: (row: CallRow) => void;
  onDeals: (shown: Shown) => void;
}

export function useRowName(): (row: CallRow) => string {
  const { t } = useTranslation('call');
  return (row) => row.name ?? t('unassigned');
}

function Freshness({ row, over }: { row: CallRow; over: boolean }) {
  const { t } = useTranslation('call');
  const { expected, submitted, stale, staleDays } = row.freshness;
  if (expected === 0 || over) return null;
  if (row.kind !== 'user') {
    return <span className={classes.soft}>{t('fresh.team', { submitted, count: expected })}</span>;
  }
  if (!stale) {
    return <span className={classes.soft}>{t('fresh.days', { count: staleDays ?? 0 })}</span>;
  }
  return (
    <Badge size="sm" variant="light" color="amber">
      {staleDays === null ? t('fresh.never') : t('fresh.stale', { count: staleDays })}
    </Badge>
  );
}

/** The four numbers of everyone, in the tree of teams. */
export function TreeTable({ table, onSubmit, onHistory, onDeals }: TreeTableProps) {
  const { t } = useTranslation('call');
  const format = useFormat();
  const nameOf = useRowName();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const parents = new Set(table.rows.map((row) => row.parent));
  const stood = table.week !== null;
  const money = (amount: string) => format.money(amount, table.currency, true);
  // The currency stands above the table: in every cell it would push the last columns out of sight.
  const figure = (amount: string) => format.number(amount);
  const fold = (key: string) =>
    setFolded((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });

  const deals = (row: CallRow, of: Of, amount: string, count: number, label: string): ReactNode =>
    count === 0 || stood ? (
      <span className={count === 0 ? classes.soft : undefined}>{figure(amount)}</span>
    ) : (
      <button
        type="button"
        className={classes.figure}
        aria-label={t('dealsOf', { name: nameOf(row), number: label, amount: money(amount), count })}
        onClick={() => onDeals({ row, of })}
      >
        {figure(amount)}
      </button>
    );
  const said = (one: Said | null): ReactNode =>
    one === null ? (
      <span className={classes.soft}>–</span>
    ) : (
      <Tooltip
        multiline
        maw={320}
        disabled={!one.own}
        label={`${one.author ?? ''}, ${one.at ? format.dateTime(one.at) : ''}${one.reason ? `: ${one.reason}` : ''}`}
      >
        <span data-own={one.own || undefined} className={classes.said}>
          {figure(one.amount)}
        </span>
      </Tooltip>
    );

  const columns: { id: string; head: string; cell: (row: CallRow) => ReactNode }[] = [
    { id: 'quota', head: t('column.quota'), cell: (row) => <Attainment row={row} /> },
    {
      id: 'won',
      head: t('column.won'),
      cell: (row) => deals(row, 'won', row.won, row.wonCount, t('column.won')),
    },
    { id: 'commit', head: t('column.commit'), cell: (row) => said(row.commit) },
    { id: 'call', head: t('column.call'), cell: (row) => said(row.call) },
    {
      id: 'weighted',
      head: t('column.weighted'),
      cell: (row) => deals(row, 'open', row.stageWeighted, row.openCount, t('column.weighted')),
    },
    {
      id: 'model',
      head: t('column.model'),
      cell: (row) =>
        row.model === null ? (
          <span className={classes.soft}>–</span>
        ) : (
          <span className={classes.range}>
            {deals(row, 'open', row.model.p50, row.openCount, t('column.model'))}
            <small>
              {format.compact(row.model.p10)} – {format.compact(row.model.p90)}
            </small>
          </span>
        ),
    },
    ...(['commit', 'best_case', 'pipeline'] as const).map((of) => ({
      id: `deals-${of}`,
      head: t(`dealColumn.${of}`),
      cell: (row: CallRow) => {
        const { amount, derived, count } = row.categories[of];
        return (
          <span className={classes.range}>
            {deals(row, of, amount, count, t(`dealColumn.${of}`))}
            {Number(derived) > 0 && (
              <small>
                {derived === amount ? t('derivedAll') : t('derived', { amount: format.compact(derived) })}
              </small>
            )}
          </span>
        );
      },
    })),
    ...(stood
      ? [{ id: 'came', head: t('column.came'), cell: (row: CallRow) => <b>{figure(row.came ?? '0')}</b> }]
      : []),
  ];

  return (
    <div className={classes.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <div className={classes.box} tabIndex={0} role="region" aria-label={t('table')}>
        <table className={classes.table}>
          <caption>{t('inCurrency', { currency: table.currency })}</caption>
          <thead>
            <tr>
              <th scope="col" data-left>
                {t('column.who')}
              </th>
              <th scope="col">
                <span className={classes.hidden}>{t('column.acts')}</span>
              </th>
              {columns.map(({ id, head }) => (
                <th key={id} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {unfolded(table.rows, folded).map((row) => (
              <tr key={row.key} data-kind={row.kind}>
                <th scope="row" data-left>
                  <div className={classes.who} style={{ paddingInlineStart: row.depth * 18 }}>
                    {parents.has(row.key) ? (
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="sm"
                        aria-expanded={!folded.has(row.key)}
                        aria-label={t(folded.has(row.key) ? 'unfold' : 'fold', { name: nameOf(row) })}
                        onClick={() => fold(row.key)}
                      >
                        {folded.has(row.key) ? <IconChevronRight size={15} /> : <IconChevronDown size={15} />}
                      </ActionIcon>
                    ) : (
                      <span className={classes.leaf} />
                    )}
                    <span className={classes.name}>
                      <span>{nameOf(row)}</span>
                      <Freshness row={row} over={table.over || stood} />
                    </span>
                  </div>
                </th>
                <td className={classes.acts}>
                  {(row.maySubmit || row.mayLead) && !stood && !table.over && (
                    <Tooltip label={t('submit.open')}>
                      <ActionIcon
                        variant="subtle"
                        aria-label={t('submit.openFor', { name: nameOf(row) })}
                        onClick={() => onSubmit(row)}
                      >
                        <IconPencil size={16} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                  )}
                  {row.id !== null && !stood && (
                    <Tooltip label={t('history.open')}>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('history.openFor', { name: nameOf(row) })}
                        onClick={() => onHistory(row)}
                      >
                        <IconHistory size={16} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                  )}
                </td>
                {columns.map(({ id, head, cell }) => (
                  <td key={id} data-label={head}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
