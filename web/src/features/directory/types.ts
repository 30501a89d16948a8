import type { Narrow, Schema } from '@/api';

/** A record named in another record. */
export interface Ref {
  id: string;
  name: string;
}

/** The directory's two kinds of records. */
export type Kind = 'company' | 'contact';

export interface Paged<T> {
  items: T[];
  next: string | null;
}

export interface ContactPoint {
  value: string;
  label: string | null;
}

export interface Address {
  label: string | null;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  region: string | null;
  /** As written: `Polska`, `PL`. */
  country: string | null;
}

interface Marks {
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
  deletedAt: string | null;
  version: number;
}

export interface CompanyRow extends Ref, Marks {
  website: string | null;
  domain: string | null;
  industry: string | null;
  owner: Ref | null;
  tags: string[];
  city: string | null;
  country: string | null;
  taxNumber: string | null;
  phone: string | null;
  email: string | null;
  openDeals: number;
  /** Of the won deals that the reader may see, in the workspace's currency. */
  wonAmount: string;
  custom: Record<string, unknown>;
}

export interface ContactRow extends Ref, Marks {
  firstName: string | null;
  lastName: string | null;
  jobTitle: string | null;
  company: Ref | null;
  owner: Ref | null;
  tags: string[];
  phone: string | null;
  email: string | null;
  custom: Record<string, unknown>;
}

export type Row = CompanyRow | ContactRow;

interface Shared extends Ref, Marks {
  owner: Ref | null;
  source: string | null;
  description: string | null;
  tags: string[];
  emails: ContactPoint[];
  phones: ContactPoint[];
  addresses: Address[];
  custom: Record<string, unknown>;
  importId: string | null;
  /** The record that stayed when this one was merged, where it may be seen. */
  mergedInto: Ref | null;
}

export interface Company extends Shared {
  website: string | null;
  domain: string | null;
  industry: string | null;
  employees: number | null;
  /** A decimal string in major units. */
  annualRevenue: string | null;
  revenueCurrency: string | null;
  foundedYear: number | null;
  taxCountry: string | null;
  taxNumber: string | null;
  parent: Ref | null;
  openDeals: number;
}

export interface Contact extends Shared {
  firstName: string | null;
  lastName: string | null;
  jobTitle: string | null;
  company: Ref | null;
}

export type DirectoryRecord = Company | Contact;

export type FieldType = 'text' | 'number' | 'date' | 'boolean' | 'choice' | 'choices' | 'url';

export type CustomField = Narrow<Schema<'CustomField'>, { type: FieldType }>;

export interface TimelineItem {
  id: string;
  at: string;
  kind: string;
  actor: Ref | null;
  origin: string;
  changes: Record<string, [unknown, unknown]>;
  note: { id: string; body: string; editedAt: string | null; version: number } | null;
}

export type Likely = Schema<'Duplicates.Likely'>;

export interface DealRow extends Ref {
  title: string;
  status: 'open' | 'won' | 'lost';
  pipelineId: string;
  stageId: string;
  amount: string | null;
  currency: string;
  expectedClose: string | null;
  closedAt: string | null;
  owner: Ref | null;
}

export interface Person extends Ref {
  status: string;
}

export const isCompany = (record: DirectoryRecord): record is Company => 'taxNumber' in record;
export const pathOf = (kind: Kind): string => (kind === 'company' ? '/companies' : '/contacts');
