export { DataTable } from './DataTable';
export { type DataColumn, type DataTableProps, PLAIN_LAYOUT, type Sort, type TableLayout } from './types';
