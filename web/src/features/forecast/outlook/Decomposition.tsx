import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { ChartHandle, EChartsOption } from '@/ui/chart/Chart';
import { ChartCard } from '@/ui/chart/ChartCard';
import { useLook } from '@/ui/chart/look';
import { amounts, base, categories, tip } from '@/ui/chart/options';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { PARTS, type Row, type Whole } from './api';
import { MathsButton } from './Maths';
import classes from './Outlook.module.css';
import { labelText, monthTicks } from './words';

const Chart = lazy(() => import('@/ui/chart/Chart'));
const HEIGHT = 280;

interface DecompositionProps {
  outlook: Whole;
  onPick: (label: string) => void;
}

/** Of what the expected sum is made: there already, won before, open deals, deals not entered yet. */
export function Decomposition({ outlook, onPick }: DecompositionProps) {
  const { t, i18n } = useTranslation('forecast');
  const format = useFormat();
  const look = useLook();
  const chart = useRef<ChartHandle>(null);
  const [by, setBy] = useState<'months' | 'quarters'>('months');
  const narrow = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false }) ?? false;
  const rows = outlook[by];
  const { currency } = outlook;
  const title = t('parts.title');
  const name = (row: Row) => labelText(row.label, i18n.language, format);
  const money = (amount: string) => format.money(amount, currency, true);
  const parts = PARTS.filter((part) => rows.some((row) => Number(row[part]) !== 0));
  const colours = {
    actual: look.won,
    claims: look.risk,
    open: look.accent,
    renewals: look.soft,
    new: look.line,
    outflows: look.lost,
  };
  const option: EChartsOption = {
    ...base(look),
    grid: { ...(base(look).grid as object), top: narrow ? 78 : 34 },
    tooltip: {
      ...base(look).tooltip,
      formatter: (found: unknown) => {
        const row = rows[(found as { dataIndex: number }[])[0]?.dataIndex ?? 0];
        if (!row) return '';
        return tip(name(row), [
          ...parts.map((part) => ({
            label: t(`parts.${part}`),
            value: money(row[part] ?? '0'),
            colour: colours[part],
          })),
          { label: t('parts.mean'), value: money(row.mean) },
        ]);
      },
    },
    xAxis: categories(
      look,
      by === 'months'
        ? monthTicks(
            rows.map((row) => row.label),
            format.locale,
          )
        : rows.map(name),
      { lineHeight: 15 },
    ),
    yAxis: amounts(look, (value) => format.moneyCompact(value, currency)),
    series: parts.map((part) => ({
      type: 'bar' as const,
      name: t(`parts.${part}`),
      stack: 'parts',
      color: colours[part],
      barMaxWidth: 38,
      cursor: 'pointer',
      data: rows.map((row) => Number(row[part])),
      ...(part === 'new' && {
        itemStyle: { borderColor: look.soft, borderWidth: 1, borderType: 'dashed' as const },
      }),
    })),
  };
  const columns: TableColumn<Row>[] = [
    {
      id: 'label',
      header: t(by === 'months' ? 'column.month' : 'column.quarter'),
      left: true,
      value: (row) => row.label,
      cell: (row) => (
        <button type="button" className={classes.asLink} onClick={() => onPick(row.label)}>
          {name(row)}
        </button>
      ),
    },
    ...parts.map((part) => ({
      id: part,
      header: t(`parts.${part}`),
      value: (row: Row) => Number(row[part]),
      cell: (row: Row) => money(row[part] ?? '0'),
    })),
    {
      id: 'mean',
      header: t('parts.mean'),
      value: (row) => Number(row.mean),
      cell: (row) => money(row.mean),
    },
  ];
  return (
    <ChartCard
      title={title}
      ready
      definition={<MathsButton outlook={outlook} of="parts" title={title} />}
      error={null}
      onRetry={() => undefined}
      height={HEIGHT}
      wide
      controls={
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
      }
      chart={
        <Chart
          option={option}
          height={HEIGHT}
          label={t('ui:chart.label', { chart: title })}
          handle={chart}
          wholeColumn
          onPick={(index) => {
            const row = rows[index];
            if (row) onPick(row.label);
          }}
        />
      }
      table={
        <SortableTable key={by} label={title} rows={rows} rowId={(row) => row.label} columns={columns} />
      }
      sheet={() => [
        columns.map((column) => column.header),
        ...rows.map((row) => columns.map((column) => column.value?.(row) ?? null)),
      ]}
      png={() => chart.current?.png(look.surface)}
    />
  );
}
