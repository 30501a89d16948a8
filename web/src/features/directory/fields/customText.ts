import type { Formatter } from '@/ui';
import type { CustomField } from '../types';

export interface YesNo {
  yes: string;
  no: string;
}

/** A custom field's value as it reads; null where there is none. */
export function customText(
  field: CustomField,
  value: unknown,
  format: Formatter,
  words: YesNo,
): string | null {
  if (value === null || value === undefined || value === '') return null;
  switch (field.type) {
    case 'boolean':
      return value === true ? words.yes : words.no;
    case 'number':
      return format.number(String(value), 12);
    case 'date':
      return format.date(String(value));
    case 'choices':
      return Array.isArray(value) ? value.join(', ') : String(value);
    default:
      return String(value);
  }
}
