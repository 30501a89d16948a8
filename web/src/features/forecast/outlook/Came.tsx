import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { ChartCard } from '@/ui/chart/ChartCard';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { placeOf } from '../record/judge';
import { PlaceText } from '../record/PlaceText';
import type { Row, Whole } from './api';
import { MathsButton } from './Maths';
import classes from './Outlook.module.css';
import { amountRange, changeText, labelText, missOf } from './words';

type Over = Row & { came: string };

const isOver = (row: Row): row is Over => row.came !== null;

const placeOfRow = ({ came, p10, p90 }: Over) => placeOf(Number(came), Number(p10), Number(p90));

/** An older forecast beside what came of it: each quarter in a sentence, each month in a row. */
export function Came({ outlook }: { outlook: Whole }) {
  const { t, i18n } = useTranslation('forecast');
  const format = useFormat();
  const [by, setBy] = useState<'months' | 'quarters'>('months');
  const { currency } = outlook;
  const title = t('came.title');
  const quarters = outlook.quarters.filter(isOver);
  const begun = outlook.quarters.filter((row) => row.soFar !== null);
  const day = format.date(outlook.knownUntil);
  const rows = outlook[by].filter(isOver);
  const name = (row: Row) => labelText(row.label, i18n.language, format);
  const miss = (row: Over) => {
    const { way, share } = missOf(row);
    return t(`came.miss.${way}`, { share: format.percent(share) });
  };
  const amount = (id: 'p10' | 'p50' | 'p90' | 'came', header: string): TableColumn<Over> => ({
    id,
    header,
    value: (row) => Number(row[id]),
    cell: (row) => format.money(row[id], currency, true),
  });
  const change = (row: Over) => Number(row.came) - Number(row.p50);
  const columns: TableColumn<Over>[] = [
    {
      id: 'label',
      header: t(by === 'months' ? 'column.month' : 'column.quarter'),
      left: true,
      value: (row) => row.label,
      cell: name,
    },
    amount('p50', t('median')),
    amount('came', t('fan.came')),
    {
      id: 'change',
      header: t('came.change'),
      value: change,
      cell: (row) => changeText(String(change(row)), currency, format),
    },
    { id: 'miss', header: t('came.inWords'), left: true, cell: miss },
    amount('p10', 'P10'),
    amount('p90', 'P90'),
    {
      id: 'place',
      header: t('record:told.place'),
      left: true,
      value: placeOfRow,
      cell: (row) => <PlaceText place={placeOfRow(row)} />,
    },
  ];
  return (
    <ChartCard
      title={title}
      ready
      definition={<MathsButton outlook={outlook} of="came" title={title} />}
      error={null}
      onRetry={() => undefined}
      height={200}
      wide
      controls={
        quarters.length > 0 && (
          <SegmentedControl
            size="xs"
            aria-label={t('parts.by')}
            value={by}
            onChange={(value) => setBy(value as typeof by)}
            data={[
              { value: 'months', label: t('parts.months') },
              { value: 'quarters', label: t('parts.quarters') },
            ]}
          />
        )
      }
      nothing={outlook.months.some(isOver) || begun.length > 0 ? undefined : t('came.none')}
      chart={
        <>
          {quarters.length + begun.length > 0 && (
            <ul className={classes.came}>
              {quarters.map((row) => (
                <li key={row.label}>
                  <strong>{name(row)}</strong>
                  {': '}
                  {t('came.sentence', {
                    came: format.moneyCompact(row.came, currency),
                    miss: miss(row),
                    median: format.moneyCompact(row.p50, currency),
                    range: amountRange(row.p10, row.p90, currency, format),
                  })}{' '}
                  <PlaceText place={placeOfRow(row)} />
                </li>
              ))}
              {begun.map((row) => (
                <li key={row.label}>
                  <strong>{name(row)}</strong>
                  {': '}
                  {t('came.soFar', {
                    amount: format.moneyCompact(row.soFar ?? '0', currency),
                    day,
                    median: format.moneyCompact(row.p50, currency),
                    range: amountRange(row.p10, row.p90, currency, format),
                  })}
                </li>
              ))}
            </ul>
          )}
          {outlook.ended && <p className={classes.note}>{t('came.ended', { day })}</p>}
          <SortableTable key={by} label={title} rows={rows} rowId={(row) => row.label} columns={columns} />
        </>
      }
      sheet={() => [
        columns.map((column) => column.header),
        ...rows.map((row) => [
          row.label,
          Number(row.p50),
          Number(row.came),
          change(row),
          miss(row),
          Number(row.p10),
          Number(row.p90),
          t(`record:told.${placeOfRow(row)}`),
        ]),
      ]}
    />
  );
}
