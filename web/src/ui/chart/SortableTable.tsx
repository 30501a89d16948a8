import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import classes from './Cards.module.css';

export interface TableColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What to sort by; nothing known sorts last. Left out: not sortable. */
  value?: (row: Row) => number | string | null;
  left?: boolean;
  /** Beside the header: what the column means. */
  about?: ReactNode;
}

interface SortableTableProps<Row> {
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly TableColumn<Row>[];
  /** Column to begin with, from the greatest down; otherwise the order of the rows. */
  sortBy?: string;
}

/** The numbers of a chart or a breakdown: short, all rows at once. The first column is the rows' head. */
export function SortableTable<Row>({ label, rows, rowId, columns, sortBy }: SortableTableProps<Row>) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const [sort, setSort] = useState(sortBy ? { id: sortBy, down: true } : null);
  const sorted = useMemo(() => {
    const value = columns.find((each) => each.id === sort?.id)?.value;
    if (!sort || !value) return rows;
    return [...rows].sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
      const order =
        typeof x === 'string' || typeof y === 'string' ? format.compare(String(x), String(y)) : x - y;
      return sort.down ? -order : order;
    });
  }, [rows, columns, sort, format]);
  const toggle = (column: TableColumn<Row>) =>
    setSort((now) => ({ id: column.id, down: now?.id === column.id ? !now.down : !column.left }));
  return (
    <div
      className={classes.tableBox}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      role="region"
      aria-label={t('chart.tableOf', { chart: label })}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => {
              const by = sort?.id === column.id;
              return (
                <th
                  key={column.id}
                  scope="col"
                  data-left={column.left || undefined}
                  aria-sort={by ? (sort.down ? 'descending' : 'ascending') : undefined}
                >
                  {column.value ? (
                    <button type="button" className={classes.sort} onClick={() => toggle(column)}>
                      {column.header}
                      {by &&
                        (sort.down ? (
                          <IconArrowDown size={13} aria-hidden />
                        ) : (
                          <IconArrowUp size={13} aria-hidden />
                        ))}
                    </button>
                  ) : (
                    column.header
                  )}
                  {column.about}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={rowId(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row" data-left>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} data-left={column.left || undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
