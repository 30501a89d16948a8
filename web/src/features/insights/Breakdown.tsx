import { ActionIcon, SegmentedControl, Skeleton, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, useFormat } from '@/ui';
import cards from '@/ui/chart/Cards.module.css';
import { saveCsv } from '@/ui/chart/files';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { type Asked, BREAKDOWNS, type BreakdownRow, type By, breakdownQuery } from './api';
import { DealsLink } from './DealsLink';
import { DefinitionButton } from './DefinitionButton';
import classes from './Insights.module.css';

function TooFew() {
  const { t } = useTranslation('insights');
  return (
    <Tooltip label={t('notEnoughWhy')}>
      <span className={classes.tooFew}>{t('notEnough')}</span>
    </Tooltip>
  );
}

function useColumns(rows: readonly BreakdownRow[], by: By, currency: string): TableColumn<BreakdownRow>[] {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const most = Math.max(1, ...rows.map((row) => Number(row.wonValue)));
  const named = (row: BreakdownRow) => row.key.name ?? t(`without.${by}`);
  const count = (id: 'won' | 'lost' | 'open'): TableColumn<BreakdownRow> => ({
    id,
    header: t(id),
    value: (row) => row[id],
    cell: (row) =>
      row[id] === 0 ? (
        <span className={classes.zero}>0</span>
      ) : (
        <DealsLink drill={row.drills[id]} label={`${named(row)}, ${t(id)}: ${row[id]}`}>
          {format.number(row[id])}
        </DealsLink>
      ),
  });
  return [
    { id: 'name', header: t(`by.${by}`), left: true, value: named, cell: named },
    {
      id: 'wonValue',
      header: t('wonValue'),
      value: (row) => Number(row.wonValue),
      cell: (row) => (
        <span className={classes.bar}>
          <span
            className={classes.barFill}
            style={{ inlineSize: `${(100 * Math.max(0, Number(row.wonValue))) / most}%` }}
          />
          <span>{format.money(row.wonValue, currency, true)}</span>
        </span>
      ),
    },
    count('won'),
    count('lost'),
    {
      id: 'winRate',
      header: t('winRate'),
      value: (row) => row.winRate.value,
      cell: (row) => (row.winRate.value === null ? <TooFew /> : format.percent(row.winRate.value, 1)),
    },
    {
      id: 'average',
      header: t('averageDeal'),
      value: (row) => (row.averageDeal.value === null ? null : Number(row.averageDeal.value)),
      cell: (row) =>
        row.averageDeal.value === null ? <TooFew /> : format.money(row.averageDeal.value, currency, true),
    },
    {
      id: 'cycle',
      header: t('medianCycle'),
      value: (row) => row.medianCycle.value,
      cell: (row) => (row.medianCycle.value === null ? <TooFew /> : format.days(row.medianCycle.value, 1)),
    },
    count('open'),
  ];
}

/** The same figures side by side for owners, teams, products or sources. */
export function Breakdown({ asked }: { asked: Asked }) {
  const { t } = useTranslation('insights');
  const [by, setBy] = useState<By>('owner');
  const id = useId();
  const { data, error, refetch, isPlaceholderData } = useQuery(breakdownQuery(by, asked));
  const current = isPlaceholderData && data?.by !== by ? undefined : data;
  const rows = current?.rows ?? [];
  const currency = current?.currency ?? 'EUR';
  const columns = useColumns(rows, by, currency);
  const sheet = () => [
    columns.map((column) => column.header),
    ...rows.map((row) => columns.map((column) => column.value?.(row) ?? null)),
  ];
  return (
    <section className={cards.card} data-wide aria-labelledby={id}>
      <header className={cards.cardHead}>
        <h2 id={id} className={cards.cardTitle}>
          {t('chart.breakdown')}
        </h2>
        {current && (
          <DefinitionButton of={current.definition} title={t(`chart.breakdownBy.${by}`)} about={current} />
        )}
        <div className={cards.cardTools}>
          <SegmentedControl
            size="xs"
            aria-label={t('chart.breakdown')}
            value={by}
            onChange={(value) => setBy(value as By)}
            data={BREAKDOWNS.map((value) => ({ value, label: t(`by.${value}`) }))}
          />
          {rows.length > 0 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('ui:chart.exportCsvOf', { chart: t(`chart.breakdownBy.${by}`) })}
              onClick={() => saveCsv(sheet(), `${by}`)}
            >
              <IconDownload size={17} aria-hidden />
            </ActionIcon>
          )}
        </div>
      </header>
      {error && !current ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !current ? (
        <Skeleton height={240} />
      ) : rows.length === 0 ? (
        <p className={cards.nothing}>{t('nothing.deals')}</p>
      ) : (
        <>
          <SortableTable
            key={by}
            label={t(`chart.breakdownBy.${by}`)}
            rows={rows}
            rowId={(row) => row.key.id ?? row.key.name ?? 'none'}
            columns={columns}
            sortBy="wonValue"
          />
          {current.more > 0 && <p className={cards.nothing}>{t('more', { count: current.more })}</p>}
        </>
      )}
    </section>
  );
}
