import type { Formatter } from '@/ui';
import { customText, type YesNo } from '../fields/customText';
import { taxNumberText } from '../model/nip';
import { type CustomField, type DirectoryRecord, isCompany } from '../types';

export type Choice = 'this' | 'other';

/** A field in which two records differ. */
export interface MergeRow {
  /** As the request names it. */
  field: string;
  label: string;
  /** As they read; null where there is none. */
  mine: string | null;
  theirs: string | null;
}

interface Words {
  label: (field: string) => string;
  format: Formatter;
  custom: readonly CustomField[];
  yesNo: YesNo;
}

type Read = (record: DirectoryRecord, format: Formatter) => string | null;

const text = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);
const of =
  (member: string): Read =>
  (record) =>
    text((record as unknown as Record<string, unknown>)[member]);
const named =
  (member: string): Read =>
  (record) =>
    (record as unknown as Record<string, { name: string } | null>)[member]?.name ?? null;

/** Field of the request, its label, how it reads. */
const COMPANY: [string, string, Read][] = [
  ['name', 'name', of('name')],
  ['ownerId', 'owner', named('owner')],
  [
    'taxNumber',
    'taxNumber',
    (record) =>
      isCompany(record) && record.taxNumber ? taxNumberText(record.taxNumber, record.taxCountry) : null,
  ],
  ['website', 'website', of('website')],
  ['industry', 'industry', of('industry')],
  ['parentId', 'parent', named('parent')],
  ['employees', 'employees', of('employees')],
  [
    'annualRevenue',
    'annualRevenue',
    (record, format) =>
      isCompany(record) && record.annualRevenue && record.revenueCurrency
        ? format.money(record.annualRevenue, record.revenueCurrency)
        : null,
  ],
  ['foundedYear', 'foundedYear', of('foundedYear')],
  ['source', 'source', of('source')],
  ['description', 'description', of('description')],
];

const CONTACT: [string, string, Read][] = [
  ['name', 'person', of('name')],
  ['jobTitle', 'jobTitle', of('jobTitle')],
  ['companyId', 'company', named('company')],
  ['ownerId', 'owner', named('owner')],
  ['source', 'source', of('source')],
  ['description', 'description', of('description')],
];

/** Where the two say different things: what a person decides. */
export function mergeRows(
  mine: DirectoryRecord,
  theirs: DirectoryRecord,
  { label, format, custom, yesNo }: Words,
): MergeRow[] {
  const fields = (isCompany(mine) ? COMPANY : CONTACT).map(([field, name, read]) => ({
    field,
    label: label(name),
    mine: read(mine, format),
    theirs: read(theirs, format),
  }));
  const own = custom
    .filter(({ key }) => key in mine.custom || key in theirs.custom)
    .map((field) => ({
      field: `custom.${field.key}`,
      label: field.label,
      mine: customText(field, mine.custom[field.key], format, yesNo),
      theirs: customText(field, theirs.custom[field.key], format, yesNo),
    }));
  return [...fields, ...own].filter((row) => row.mine !== row.theirs);
}

/** What is kept unless a person says otherwise: nothing that one of the two knows is lost. */
export const proposed = (row: MergeRow): Choice => (row.mine === null ? 'other' : 'this');

export const choicesOf = (
  rows: readonly MergeRow[],
  chosen: Readonly<Record<string, Choice>>,
): Record<string, Choice> =>
  Object.fromEntries(rows.map((row) => [row.field, chosen[row.field] ?? proposed(row)]));
