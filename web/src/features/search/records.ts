import { type Icon, IconAddressBook, IconBuilding, IconCoin } from '@tabler/icons-react';

export const KINDS = ['deal', 'company', 'contact'] as const;
export type Kind = (typeof KINDS)[number];

export const ICONS: Record<Kind, Icon> = {
  deal: IconCoin,
  company: IconBuilding,
  contact: IconAddressBook,
};

const FOLDERS: Record<Kind, string> = { deal: 'deals', company: 'companies', contact: 'contacts' };

export function isKind(kind: unknown): kind is Kind {
  return KINDS.some((each) => each === kind);
}

export function addressOf(kind: Kind, id: string): string {
  return `/${FOLDERS[kind]}/${id}`;
}

/** The record that an address shows: as a page of its own, or as a panel over a list of deals. */
export function recordAt(path: string, search: Record<string, unknown>): { kind: Kind; id: string } | null {
  const [, folder, id] = /^\/(deals|companies|contacts)\/([^/]+)$/.exec(path) ?? [];
  const kind = KINDS.find((each) => FOLDERS[each] === folder);
  if (kind && id) return { kind, id };
  return typeof search.deal === 'string' && search.deal !== '' ? { kind: 'deal', id: search.deal } : null;
}
