import { IconLayoutKanban, IconTable } from '@tabler/icons-react';
import type { SavedView as Saved } from '@/app/views/api';
import { type Filters, sameFilters } from '../model/filters';

/** How a view looks: a board or a list, what it shows and in which order. */
export interface ViewConfig {
  layout: 'board' | 'list';
  filters: Filters;
  sort?: string | undefined;
  group?: string | undefined;
  /** Card fields of a board, visible columns of a list. */
  columns?: readonly string[] | undefined;
  compact?: boolean | undefined;
  widths?: Record<string, number> | undefined;
}

export type SavedView = Saved<ViewConfig>;

/** Whether what is shown is still what the view says. */
export function sameView(a: ViewConfig, b: ViewConfig): boolean {
  const plain = (config: ViewConfig) =>
    JSON.stringify([
      config.layout,
      config.sort ?? null,
      config.group ?? null,
      config.columns ?? null,
      config.compact ?? false,
      config.widths ?? {},
    ]);
  return sameFilters(a.filters, b.filters) && plain(a) === plain(b);
}

export const signOfView = ({ layout }: ViewConfig) => (layout === 'list' ? IconTable : IconLayoutKanban);
