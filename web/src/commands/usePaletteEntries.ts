import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { recordSearches } from './registry';
import { COMMAND_GROUPS, type Command, type CommandGroup, type FoundRecord } from './types';
import { useAvailable } from './useAvailable';

export interface Entry {
  key: string;
  label: string;
  detail?: string | undefined;
  command?: Command;
  record?: FoundRecord;
}

export interface EntryGroup {
  id: CommandGroup | 'records';
  entries: Entry[];
}

/** Lower case without accents: `łódź` is found by `lodz`. */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');
}

/** Whether each word of the query begins a word of the text. */
export function matches(text: string, query: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u);
  return plain(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

async function searchAll(query: string, signal: AbortSignal): Promise<FoundRecord[]> {
  const found = await Promise.all(recordSearches().map((search) => search(query, signal)));
  return found.flat();
}

/** Selection's actions first, then the other commands, then what the server finds. */
export function usePaletteEntries(query: string): { groups: EntryGroup[]; searching: boolean } {
  const { t } = useTranslation();
  const available = useAvailable().filter((each) => each.inPalette !== false);
  const [asked] = useDebouncedValue(query.trim(), 120);
  const search = useQuery({
    queryKey: ['palette', asked],
    queryFn: ({ signal }) => searchAll(asked, signal),
    enabled: asked.length > 1 && recordSearches().length > 0,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });

  const groups: EntryGroup[] = COMMAND_GROUPS.map((id) => ({
    id,
    entries: available
      .filter((each) => each.group === id)
      .map((command) => ({ key: command.id, label: t(command.label, command.labelValues), command }))
      .filter((entry) => matches(`${entry.label} ${entry.command.keywords ?? ''}`, query)),
  }));
  if (query.trim().length > 1) {
    const listed = new Set(groups.flatMap((group) => group.entries.map((entry) => entry.command?.leadsTo)));
    const entries = (search.data ?? [])
      .filter((record) => !listed.has(record.to))
      .map((record) => ({
        key: `${record.kind}:${record.id}`,
        label: record.title,
        detail: record.detail,
        record,
      }));
    groups.push({ id: 'records', entries });
  }
  return { groups: groups.filter((each) => each.entries.length > 0), searching: search.isFetching };
}
