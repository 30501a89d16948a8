import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { ChartCard } from '@/ui/chart/ChartCard';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { quarterText } from '../chance/words';
import { GROUP_KINDS, type Group, type GroupKind, type Outlook, type Row } from './api';
import { MathsButton } from './Maths';
import classes from './Outlook.module.css';
import { amountRange } from './words';

const QUARTERS = 3;

/** The quarters ahead by owner, team or product. */
export function Groups({ outlook }: { outlook: Outlook }) {
  const { t, i18n } = useTranslation('forecast');
  const format = useFormat();
  const kinds = GROUP_KINDS.filter((kind) => outlook.groups.some((group) => group.kind === kind));
  const [wanted, setKind] = useState<GroupKind>('owner');
  const kind = kinds.includes(wanted) ? wanted : (kinds[0] ?? 'owner');
  const rows = outlook.groups.filter((group) => group.kind === kind);
  const { currency } = outlook;
  const labels = (rows[0]?.quarters ?? []).slice(0, QUARTERS).map((row) => row.label);
  const of = (group: Group, label: string) => group.quarters.find((row) => row.label === label);
  const columns: TableColumn<Group>[] = [
    {
      id: 'name',
      header: t(`by.${kind}`),
      left: true,
      value: (group) => group.name ?? '',
      cell: (group) => group.name ?? t('groups.gone'),
    },
    ...labels.map(
      (label): TableColumn<Group> => ({
        id: label,
        header: quarterText(label, i18n.language),
        value: (group) => {
          const row = of(group, label);
          return row ? Number(row.p50) : null;
        },
        cell: (group) => {
          const row = of(group, label);
          return row ? (
            <span className={classes.ranged} title={format.money(row.p50, currency)}>
              <strong>{format.moneyCompact(row.p50, currency)}</strong>{' '}
              <span className={classes.soft}>({amountRange(row.p10, row.p90, currency, format)})</span>
            </span>
          ) : (
            '–'
          );
        },
      }),
    ),
  ];
  const figures = ['actual', 'p10', 'p50', 'p90'] as const satisfies (keyof Row)[];
  const title = t('groups.title');
  return (
    <ChartCard
      title={title}
      ready
      definition={<MathsButton outlook={outlook} of="groups" title={title} />}
      error={null}
      onRetry={() => undefined}
      height={200}
      wide
      controls={
        kinds.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={title}
            value={kind}
            onChange={(value) => setKind(value as GroupKind)}
            data={kinds.map((value) => ({ value, label: t(`by.${value}`) }))}
          />
        )
      }
      nothing={rows.length === 0 ? t('groups.none') : undefined}
      chart={
        <>
          <SortableTable
            key={kind}
            label={title}
            rows={rows}
            rowId={(group) => group.id}
            columns={columns}
            {...(labels[0] && { sortBy: labels[0] })}
          />
          {rows.length > 1 && (
            <p className={classes.note}>{t(kind === 'product' ? 'groups.products' : 'groups.noSum')}</p>
          )}
        </>
      }
      sheet={() => [
        [t(`by.${kind}`), t('column.quarter'), t('parts.actual'), 'P10', t('column.p50'), 'P90'],
        ...rows.flatMap((group) =>
          group.quarters.map((row) => [
            group.name,
            quarterText(row.label, i18n.language),
            ...figures.map((figure) => Number(row[figure])),
          ]),
        ),
      ]}
    />
  );
}
