import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '@/commands/registry';
import { BodyRow } from './BodyRow';
import { ColumnChooser } from './ColumnChooser';
import classes from './DataTable.module.css';
import { HeaderRow } from './HeaderRow';
import type { DataTableProps } from './types';
import { usePicking } from './usePicking';
import { useTableColumns } from './useTableColumns';

const ROW_HEIGHT = 38;
const CARD_HEIGHT = 76;
const CHECK_WIDTH = 40;
/** Asks for more when so many rows are left below. */
const AHEAD = 15;

/**
 * The one table: virtual rows, sorting by the server, columns to choose, arrange and resize, rows to pick with
 * shift, `j` `k` `x` Enter. On a phone each row is a card where `card` is given.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowId, columns: all, kind, onOpen, onEndReached, card } = props;
  const { t } = useTranslation('ui');
  const columns = useTableColumns(props);
  const phone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
  const asCards = Boolean(phone && card);
  const ids = useMemo(() => rows.map(rowId), [rows, rowId]);
  const picking = usePicking({ ids, kind, picked: props.picked, onPick: props.onPick });
  const [focused, setFocused] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const height = asCards ? CARD_HEIGHT : ROW_HEIGHT;

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    initialRect: { width: 1000, height: 700 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - AHEAD) onEndReached?.();
  }, [last, rows.length, onEndReached]);

  const focusRow = useCallback(
    (index: number) => {
      const target = Math.max(0, Math.min(rows.length - 1, index));
      setFocused(target);
      virtual.scrollToIndex(target);
      requestAnimationFrame(() =>
        scroller.current
          ?.querySelector<HTMLElement>(`[data-row="${target}"]`)
          ?.focus({ preventScroll: true }),
      );
    },
    [rows.length, virtual],
  );

  const rowsById = useRef(new Map<string, Row>());
  rowsById.current = useMemo(() => new Map(rows.map((row) => [rowId(row), row])), [rows, rowId]);
  const open = useCallback(
    (id: string) => {
      const row = rowsById.current.get(id);
      if (row !== undefined) onOpen?.(row);
    },
    [onOpen],
  );

  const inside = () => scroller.current?.contains(document.activeElement) === true;
  const step = (by: number) => focusRow(inside() ? focused + by : focused);
  useCommands([
    {
      id: 'table.next',
      label: 'ui:table.next',
      group: 'view',
      shortcut: 'j',
      inPalette: false,
      repeats: true,
      run: () => step(1),
    },
    {
      id: 'table.previous',
      label: 'ui:table.previous',
      group: 'view',
      shortcut: 'k',
      inPalette: false,
      repeats: true,
      run: () => step(-1),
    },
    {
      id: 'table.pick',
      label: 'ui:table.pick',
      group: 'view',
      shortcut: 'x',
      inPalette: false,
      when: () => kind !== undefined && ids.length > 0,
      run: () => picking.pick(ids[focused] ?? '', false),
    },
  ]);

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).dataset.row === undefined) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / height) - 1);
    const moves: Record<string, number> = {
      ArrowDown: focused + 1,
      ArrowUp: focused - 1,
      PageDown: focused + page,
      PageUp: focused - page,
      Home: 0,
      End: rows.length - 1,
    };
    const to = moves[event.key];
    const id = ids[focused] ?? '';
    if (to !== undefined) focusRow(to);
    else if (event.key === 'Enter') open(id);
    else if (event.key === ' ' && kind) picking.pick(id, event.shiftKey);
    else if (event.key === 'Escape' && picking.count > 0) picking.pickAll(false);
    else return;
    event.preventDefault();
    if (event.shiftKey && kind && to !== undefined) picking.pick(ids[to] ?? id, true);
  };

  const template = [...(kind ? [CHECK_WIDTH] : []), ...columns.widths].map((width) => `${width}px`).join(' ');
  const style = { '--n-cols': `${template} minmax(0, 1fr)` } as CSSProperties;
  if (rows.length === 0 && props.empty) return <>{props.empty}</>;
  return (
    <div className={classes.frame}>
      {!asCards && (
        <div className={classes.corner}>
          <ColumnChooser all={all} columns={columns} />
        </div>
      )}
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        className={classes.scroller}
        aria-label={label}
        aria-rowcount={(props.total ?? rows.length) + 1}
        aria-multiselectable={kind ? true : undefined}
        aria-busy={props.loadingMore || undefined}
        data-cards={asCards || undefined}
        style={style}
        onKeyDown={onKeyDown}
      >
        {!asCards && (
          <HeaderRow
            columns={columns}
            sort={props.sort}
            onSort={props.onSort}
            picking={
              kind
                ? {
                    some: picking.count > 0,
                    all: rows.length > 0 && picking.count === rows.length,
                    onAll: picking.pickAll,
                  }
                : null
            }
          />
        )}
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            const id = ids[item.index];
            if (row === undefined || id === undefined) return null;
            return (
              <BodyRow
                key={id}
                row={row}
                id={id}
                index={item.index}
                top={item.start}
                columns={asCards && card ? [{ id: 'card', header: '', cell: card }] : columns.visible}
                pickable={kind !== undefined && !asCards}
                picked={picking.picked.has(id)}
                focusable={item.index === focused}
                onPick={picking.pick}
                onOpen={open}
                onFocus={setFocused}
              />
            );
          })}
        </div>
        {props.loadingMore && <div className={classes.more}>{t('loading')}</div>}
      </div>
    </div>
  );
}
