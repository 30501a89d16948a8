import type { Entered } from '../api';
import type { Kind, Ref } from '../types';

/** What the quick form asks for; everything else is filled in on the record. */
export interface Entry {
  name: string;
  firstName: string;
  lastName: string;
  jobTitle: string;
  email: string;
  phone: string;
  website: string;
  taxNumber: string;
  company: Ref | null;
}

export const BLANK: Entry = {
  name: '',
  firstName: '',
  lastName: '',
  jobTitle: '',
  email: '',
  phone: '',
  website: '',
  taxNumber: '',
  company: null,
};

/** `https://www.acme.com/about` and `acme.com` are the same house. */
export function domainOf(website: string): string {
  return website
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[/?#].*$/, '')
    .toLowerCase();
}

function given(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
}

/** What duplicates are looked for by. */
export function enteredOf(kind: Kind, entry: Entry): Entered {
  return kind === 'company'
    ? given({
        name: entry.name,
        email: entry.email,
        phone: entry.phone,
        taxNumber: entry.taxNumber,
        domain: domainOf(entry.website),
      })
    : given({ name: `${entry.firstName} ${entry.lastName}`, email: entry.email, phone: entry.phone });
}

/** What is sent to create the record. */
export function requestOf(kind: Kind, entry: Entry): Record<string, unknown> {
  const points = {
    ...(entry.email.trim() && { emails: [{ value: entry.email.trim() }] }),
    ...(entry.phone.trim() && { phones: [{ value: entry.phone.trim() }] }),
  };
  return kind === 'company'
    ? { ...given({ name: entry.name, website: entry.website, taxNumber: entry.taxNumber }), ...points }
    : {
        ...given({ firstName: entry.firstName, lastName: entry.lastName, jobTitle: entry.jobTitle }),
        ...(entry.company && { companyId: entry.company.id }),
        ...points,
      };
}

/** The form's field for one the server refused: `emails[0].value` is the e-mail. */
export function entryField(field: string): string {
  if (field.startsWith('emails')) return 'email';
  if (field.startsWith('phones')) return 'phone';
  return field;
}
