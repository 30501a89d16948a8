import type { ReactNode } from 'react';
import classes from './Cards.module.css';
import { ChartCard } from './ChartCard';
import type { Sheet } from './files';
import { SortableTable, type TableColumn } from './SortableTable';

interface TableCardProps<T> {
  title: string;
  /** What the table says, in a sentence above it. */
  lead: string;
  /** The button beside the title that says what the figures mean. */
  definition: ReactNode;
  rows: readonly T[];
  rowId: (row: T) => string;
  columns: TableColumn<T>[];
  /** Instead of the table where it would be empty. */
  nothing: string;
  /** What is exported where it is not just the columns' values. */
  sheet?: () => Sheet;
}

/** A table as a figure of its own, with definition and export like a chart's. */
export function TableCard<T>({
  title,
  lead,
  definition,
  rows,
  rowId,
  columns,
  nothing,
  sheet,
}: TableCardProps<T>) {
  return (
    <ChartCard
      title={title}
      ready
      definition={definition}
      error={null}
      onRetry={() => undefined}
      height={160}
      wide
      nothing={rows.length === 0 ? nothing : undefined}
      chart={
        <>
          <p className={classes.lead}>{lead}</p>
          <SortableTable label={title} rows={rows} rowId={rowId} columns={columns} />
        </>
      }
      sheet={
        sheet ??
        (() => [
          columns.map((column) => column.header),
          ...rows.map((row) => columns.map((column) => column.value?.(row) ?? null)),
        ])
      }
    />
  );
}
