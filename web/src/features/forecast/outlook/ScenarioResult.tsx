import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { quarterText } from '../chance/words';
import type { Scenario, ScenarioRow } from './api';
import classes from './Outlook.module.css';
import { amountRange, changeText } from './words';

function Change({ row, currency }: { row: ScenarioRow; currency: string }) {
  const format = useFormat();
  const change = Math.round(Number(row.changeP50));
  const Arrow = change > 0 ? IconArrowUpRight : change < 0 ? IconArrowDownRight : IconEqual;
  return (
    <span className={classes.change} data-way={Math.sign(change)}>
      <Arrow size={14} aria-hidden />
      <strong>{changeText(row.changeP50, currency, format)}</strong>
    </span>
  );
}

/** Quarter by quarter: as it is, as it would be, and the difference. */
export function ScenarioResult({ result, currency }: { result: Scenario; currency: string }) {
  const { t, i18n } = useTranslation('forecast');
  const format = useFormat();
  const range = (p50: string, p10: string, p90: string) => (
    <span className={classes.ranged} title={format.money(p50, currency)}>
      <strong>{format.moneyCompact(p50, currency)}</strong>{' '}
      <span className={classes.soft}>({amountRange(p10, p90, currency, format)})</span>
    </span>
  );
  const columns: TableColumn<ScenarioRow>[] = [
    {
      id: 'quarter',
      header: t('column.quarter'),
      left: true,
      cell: (row) => quarterText(row.quarter, i18n.language),
    },
    { id: 'base', header: t('scenario.base'), cell: (row) => range(row.baseP50, row.baseP10, row.baseP90) },
    { id: 'would', header: t('scenario.would'), cell: (row) => range(row.p50, row.p10, row.p90) },
    {
      id: 'change',
      header: t('scenario.change'),
      cell: (row) => <Change row={row} currency={currency} />,
    },
    {
      id: 'changeRange',
      header: t('scenario.changeRange'),
      cell: (row) =>
        `${changeText(row.changeP10, currency, format)} … ${changeText(row.changeP90, currency, format)}`,
    },
  ];
  return (
    <div role="status" className={classes.result}>
      <SortableTable
        label={t('scenario.title')}
        rows={result.quarters}
        rowId={(row) => row.quarter}
        columns={columns}
      />
      <p className={classes.note}>
        {t('scenario.futures', { count: result.futures, n: format.number(result.futures) })}
      </p>
    </div>
  );
}
