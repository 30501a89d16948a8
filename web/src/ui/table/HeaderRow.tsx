import { Checkbox, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DataTable.module.css';
import type { DataColumn, Sort } from './types';
import type { useTableColumns } from './useTableColumns';

interface HeaderRowProps<Row> {
  columns: ReturnType<typeof useTableColumns<Row>>;
  sort: Sort | null | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  picking: { some: boolean; all: boolean; onAll: (all: boolean) => void } | null;
}

const STEP = 16;

function SortButton<Row>(props: {
  column: DataColumn<Row>;
  sort: Sort | null | undefined;
  onSort: (sort: Sort) => void;
}) {
  const { column, sort, onSort } = props;
  const active = sort?.column === column.id;
  const Arrow = active && sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <button
      type="button"
      className={classes.sort}
      data-active={active || undefined}
      onClick={() => onSort({ column: column.id, descending: active ? !sort.descending : false })}
    >
      <span>{column.header}</span>
      <Arrow size={14} aria-hidden />
    </button>
  );
}

export function HeaderRow<Row>({ columns, sort, onSort, picking }: HeaderRowProps<Row>) {
  const { t } = useTranslation('ui');
  const { headers, visible, change, layout } = columns;
  const resizeByKey = (id: string, size: number, min: number) => (event: KeyboardEvent) => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    change({ widths: { ...layout.widths, [id]: Math.max(min, size + step) } });
  };
  return (
    <div role="row" className={`${classes.row} ${classes.head}`} aria-rowindex={1} tabIndex={-1}>
      {picking && (
        <div role="columnheader" className={classes.check} tabIndex={-1}>
          <Checkbox
            size="xs"
            aria-label={t('table.pickAll')}
            checked={picking.all}
            indeterminate={picking.some && !picking.all}
            onChange={(event) => picking.onAll(event.currentTarget.checked)}
          />
        </div>
      )}
      {headers.map((header, index) => {
        const column = visible[index];
        if (!column) return null;
        const sorted = sort?.column === column.id;
        return (
          <div
            key={header.id}
            role="columnheader"
            tabIndex={-1}
            className={classes.headCell}
            data-align={column.align}
            aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
          >
            {column.sortable && onSort ? (
              <SortButton column={column} sort={sort} onSort={onSort} />
            ) : (
              <Tooltip label={column.header} openDelay={700}>
                <span className={classes.headText}>{column.header}</span>
              </Tooltip>
            )}
            <div
              role="separator"
              tabIndex={0}
              aria-orientation="vertical"
              aria-label={t('table.resize', { column: column.header })}
              aria-valuenow={Math.round(header.getSize())}
              aria-valuemin={column.minWidth ?? 70}
              aria-valuemax={1200}
              className={classes.resizer}
              onMouseDown={header.getResizeHandler()}
              onTouchStart={header.getResizeHandler()}
              onDoubleClick={() => header.column.resetSize()}
              onKeyDown={resizeByKey(column.id, header.getSize(), column.minWidth ?? 70)}
            />
          </div>
        );
      })}
    </div>
  );
}
