import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSession } from '@/app/session';
import type { Asked } from './api';
import { type Days, daysOf, isPreset, type Preset, todayIn } from './period';

export const FILTERS = ['pipeline', 'owner', 'team', 'product', 'source'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Period = Preset | 'custom';

type Search = Record<string, unknown>;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  const known = list.filter((each) => each !== undefined && each !== null && each !== '').map(String);
  return [...new Set(known)].sort();
}

const day = (value: unknown) => (typeof value === 'string' && ISO_DAY.test(value) ? value : null);

/** What an address asks: its period and its filters. */
export function readQuestion(search: Search, today: string) {
  const custom: Days = { from: day(search.from), to: day(search.to) };
  const period: Period = isPreset(search.period)
    ? search.period
    : custom.from || custom.to
      ? 'custom'
      : 'all';
  const days = period === 'custom' ? custom : daysOf(period, today);
  const filters = Object.fromEntries(
    FILTERS.map((name) => [name, texts(search[name])] as const).filter(([, values]) => values.length > 0),
  ) as Partial<Record<FilterName, string[]>>;
  const asked: Asked = {
    ...filters,
    ...(days.from && { from: [days.from] }),
    ...(days.to && { to: [days.to] }),
  };
  return { period, days, filters, asked };
}

const plain = (values: readonly string[]) => (values.length > 1 ? [...values] : values[0]);

/** The question stands in the address, so that a link shows the same figures. */
export function useQuestion() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Search;
  const { me } = useSession();
  const today = todayIn(me?.workspace.zone ?? 'UTC');
  const written = JSON.stringify(search);
  const question = useMemo(() => readQuestion(JSON.parse(written) as Search, today), [written, today]);
  const go = (change: (now: Search) => Search) =>
    void navigate({ to: '.', search: change as never, replace: true });
  const without = (now: Search, names: readonly string[]) =>
    Object.fromEntries(Object.entries(now).filter(([name]) => !names.includes(name)));
  return {
    ...question,
    today,
    setPeriod: (period: Preset) =>
      go((now) => ({
        ...without(now, ['period', 'from', 'to']),
        ...(period !== 'all' && { period }),
      })),
    setDays: ({ from, to }: Days) =>
      go((now) => ({
        ...without(now, ['period', 'from', 'to']),
        ...(from && { from }),
        ...(to && { to }),
      })),
    setFilter: (name: FilterName, values: readonly string[]) =>
      go((now) => ({
        ...without(now, [name]),
        ...(values.length > 0 && { [name]: plain(values) }),
      })),
    clearFilters: () => go((now) => without(now, FILTERS)),
    clearAll: () => go((now) => without(now, [...FILTERS, 'period', 'from', 'to'])),
  };
}

export type Question = ReturnType<typeof useQuestion>;

/** A drill as parameters of the deals list's address. */
export function drillSearch(drill: Record<string, string[]>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(drill).map(([name, values]) => [name, plain(values)]));
}
