import { useLocalStorage } from '@mantine/hooks';
import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { type DataColumn, type DataTableProps, PLAIN_LAYOUT, type TableLayout } from './types';

const features = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
  columnOrderingFeature,
});

const NO_ROWS: never[] = [];

function resolve<T>(updater: Updater<T>, before: T): T {
  return typeof updater === 'function' ? (updater as (old: T) => T)(before) : updater;
}

type LayoutProps<Row> = Pick<DataTableProps<Row>, 'columns' | 'layout' | 'onLayout' | 'storageKey' | 'label'>;

/** Widths, visibility and order of the columns; owned by a view, or kept on the device. */
export function useTableColumns<Row>(props: LayoutProps<Row>) {
  const { columns } = props;
  const [stored, setStored] = useLocalStorage<TableLayout>({
    key: `nurt.table.${props.storageKey ?? props.label}`,
    defaultValue: PLAIN_LAYOUT,
    getInitialValueInEffect: false,
  });
  const layout = props.layout ?? stored;
  const change = (part: Partial<TableLayout>) => (props.onLayout ?? setStored)({ ...layout, ...part });

  const definitions = useMemo(
    () =>
      columns.map((each) => ({
        id: each.id,
        header: each.header,
        size: each.width ?? 160,
        minSize: each.minWidth ?? 70,
        enableHiding: each.hideable !== false,
      })),
    [columns],
  );
  const visibility = useMemo(
    () => Object.fromEntries(columns.map((each) => [each.id, layout.visible[each.id] ?? !each.hidden])),
    [columns, layout.visible],
  );

  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    columnResizeMode: 'onChange',
    state: { columnSizing: layout.widths, columnVisibility: visibility, columnOrder: layout.order },
    onColumnSizingChange: (next) => change({ widths: resolve(next, layout.widths) }),
    onColumnVisibilityChange: (next) => change({ visible: resolve(next, visibility) }),
    onColumnOrderChange: (next) => change({ order: resolve(next, layout.order) }),
  });

  const byId = useMemo(() => new Map(columns.map((each) => [each.id, each])), [columns]);
  const shown = table
    .getVisibleLeafColumns()
    .map((each) => byId.get(each.id))
    .filter((each): each is DataColumn<Row> => each !== undefined);
  const shownKey = shown.map((each) => each.id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same columns in the same order are the same
  const visible = useMemo(() => shown, [shownKey, columns]);
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const widths = headers.map((each) => each.getSize());
  return { table, headers, visible, widths, change, layout, visibility };
}

export type TableColumns = ReturnType<typeof useTableColumns<unknown>>;
