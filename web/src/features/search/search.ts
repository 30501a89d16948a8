import i18n from 'i18next';
import { api } from '@/api';
import type { FoundRecord } from '@/commands';
import { addressOf, ICONS, isKind } from './records';

interface Hit {
  kind: string;
  id: string;
  title: string;
  subtitle: string | null;
  status: string | null;
}

function detailOf({ subtitle, status }: Hit): string | undefined {
  const state = status && status !== 'open' ? i18n.t(`search:status.${status}`) : null;
  return [subtitle, state].filter(Boolean).join(' · ') || undefined;
}

/** Asks the server for records that answer a few letters. */
export async function searchRecords(query: string, signal: AbortSignal): Promise<FoundRecord[]> {
  const { items } = await api.get<{ items: Hit[] }>('/search', { query: { q: query, limit: 20 }, signal });
  return items.flatMap((hit) => {
    if (!isKind(hit.kind)) return [];
    const detail = detailOf(hit);
    return [
      {
        id: hit.id,
        kind: hit.kind,
        title: hit.title,
        icon: ICONS[hit.kind],
        to: addressOf(hit.kind, hit.id),
        ...(detail && { detail }),
      },
    ];
  });
}
