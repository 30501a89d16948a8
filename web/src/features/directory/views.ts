import type { SavedView as Saved } from '@/app/views/api';
import type { TableLayout } from '@/ui/table';
import { type Filters, sameFilters } from './model/filters';

/** What a saved view keeps: what is shown, in which order, in which columns. */
export interface ViewConfig {
  layout: 'list';
  filters: Filters;
  sort?: string;
  /** The visible columns in their order. */
  columns: readonly string[];
  widths?: Record<string, number>;
}

export type SavedView = Saved<Partial<ViewConfig>>;

/** Whether what is shown is still what the view says. */
export function sameView(a: Partial<ViewConfig>, b: Partial<ViewConfig>): boolean {
  const plain = (config: Partial<ViewConfig>) =>
    JSON.stringify([config.sort ?? null, config.columns ?? null, config.widths ?? {}]);
  return sameFilters(a.filters ?? {}, b.filters ?? {}) && plain(a) === plain(b);
}

/** How a saved view arranges the columns: those it names are shown, in its order. */
export function layoutOf(config: Partial<ViewConfig>, all: readonly string[]): TableLayout | null {
  const { columns } = config;
  if (!columns) return null;
  return {
    widths: config.widths ?? {},
    visible: Object.fromEntries(all.map((id) => [id, columns.includes(id)])),
    order: [...columns, ...all.filter((id) => !columns.includes(id))],
  };
}
