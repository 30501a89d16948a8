import { Checkbox } from '@mantine/core';
import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DataTable.module.css';
import type { DataColumn } from './types';

interface BodyRowProps<Row> {
  row: Row;
  id: string;
  index: number;
  top: number;
  columns: readonly DataColumn<Row>[];
  pickable: boolean;
  picked: boolean;
  focusable: boolean;
  onPick: (id: string, range: boolean) => void;
  onOpen: (id: string) => void;
  onFocus: (index: number) => void;
}

/** A click on something of its own inside a row is not a click on the row. */
function ownTarget(event: MouseEvent): boolean {
  const target = event.target as HTMLElement;
  return target.closest('a, button, input, label, [role="button"], [data-own-click]') !== null;
}

function BodyRowPart<Row>(props: BodyRowProps<Row>) {
  const { row, id, index, top, columns, pickable, picked, focusable, onPick, onOpen, onFocus } = props;
  const { t } = useTranslation('ui');
  return (
    <div
      role="row"
      className={classes.row}
      data-row={index}
      data-picked={picked || undefined}
      aria-rowindex={index + 2}
      aria-selected={pickable ? picked : undefined}
      tabIndex={focusable ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => onFocus(index)}
      onClick={(event) => {
        if (ownTarget(event)) return;
        if (pickable && (event.shiftKey || event.ctrlKey || event.metaKey)) onPick(id, event.shiftKey);
        else onOpen(id);
      }}
    >
      {pickable && (
        <div role="gridcell" className={classes.check} data-own-click tabIndex={-1}>
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label={t('table.pick')}
            checked={picked}
            onChange={() => {}}
            onClick={(event) => onPick(id, event.shiftKey)}
          />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes.cell} data-align={column.align} tabIndex={-1}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

export const BodyRow = memo(BodyRowPart) as typeof BodyRowPart;
