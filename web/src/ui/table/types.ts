import type { ReactNode } from 'react';

export interface DataColumn<Row> {
  id: string;
  /** Already in the reader's language. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** Pixels to begin with; 160 when left out. */
  width?: number;
  minWidth?: number;
  /** Figures stand right. */
  align?: 'left' | 'right';
  /** The server can sort by it. */
  sortable?: boolean;
  /** False: always shown. */
  hideable?: boolean;
  /** Not shown until chosen. */
  hidden?: boolean;
}

export interface Sort {
  column: string;
  descending: boolean;
}

/** How a person has arranged the columns; part of a saved view, or kept on the device. */
export interface TableLayout {
  widths: Record<string, number>;
  /** Only columns whose visibility differs from their default. */
  visible: Record<string, boolean>;
  order: string[];
}

export const PLAIN_LAYOUT: TableLayout = { widths: {}, visible: {}, order: [] };

export interface DataTableProps<Row> {
  /** What the table lists, for people who listen: "Deals". */
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly DataColumn<Row>[];
  /** How many there are in all, when more than are loaded. */
  total?: number | undefined;
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
  /** Enter, or a click on the row. */
  onOpen?: (row: Row) => void;
  /** Turns on picking rows; the word for commands, such as `deal`. */
  kind?: string;
  picked?: ReadonlySet<string>;
  onPick?: (ids: ReadonlySet<string>) => void;
  /** Called near the end of what is loaded. */
  onEndReached?: (() => void) | undefined;
  layout?: TableLayout;
  onLayout?: (layout: TableLayout) => void;
  /** Where to keep the layout on this device while no view owns it. */
  storageKey?: string;
  /** A row as a card, for narrow screens. */
  card?: (row: Row) => ReactNode;
  /** Shown instead of the rows when there are none. */
  empty?: ReactNode;
  /** The next rows are on their way. */
  loadingMore?: boolean;
}
