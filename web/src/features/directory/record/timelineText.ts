import type { TFunction } from 'i18next';
import type { Formatter } from '@/ui';
import { customText } from '../fields/customText';
import { taxNumberText } from '../model/nip';
import type { CustomField, Ref, TimelineItem } from '../types';
import { plainValue } from './useSaving';

export interface Change {
  id: string;
  label: string;
  before: string;
  after: string;
}

interface Words {
  t: TFunction<'directory'>;
  format: Formatter;
  custom: readonly CustomField[];
}

const NAMES: Record<string, string> = { ownerId: 'owner', companyId: 'company', parentId: 'parent' };
const CUSTOM = 'custom.';
/** Follow from another field, which is shown. */
const HIDDEN: ReadonlySet<string> = new Set([
  'taxCountry',
  'domain',
  'revenueCurrency',
  'mergedFrom',
  'mergedInto',
]);

/** The other record of a merge; null where it may not be seen, or nothing was merged. */
export function mergedWith(item: TimelineItem): Ref | null {
  const values = item.changes.mergedFrom ?? item.changes.mergedInto ?? [];
  return (values.find(Boolean) as Ref | undefined) ?? null;
}

/** What a change did, field by field, as people read it. */
export function changesOf(item: TimelineItem, { t, format, custom }: Words): Change[] {
  const one = (
    id: string,
    label: string,
    [before, after]: [unknown, unknown],
    text = plainValue,
  ): Change => ({
    id,
    label,
    before: text(before),
    after: text(after),
  });
  return Object.entries(item.changes).flatMap(([name, values]) => {
    const field = NAMES[name] ?? name;
    if (name.startsWith(CUSTOM)) {
      const known = custom.find((each) => each.key === name.slice(CUSTOM.length));
      if (!known) return [one(name, name.slice(CUSTOM.length), values)];
      const words = { yes: t('directory:yes'), no: t('directory:no') };
      return [one(name, known.label, values, (value) => customText(known, value, format, words) ?? '–')];
    }
    if (HIDDEN.has(name)) return [];
    if (name === 'taxNumber') {
      return [
        one(name, t('directory:field.taxNumber'), values, (value) =>
          value ? taxNumberText(String(value), null) : '–',
        ),
      ];
    }
    if (name === 'annualRevenue') {
      const whole = (value: unknown) => (value === null ? '–' : format.number(String(value), 2));
      return [one(name, t('directory:field.annualRevenue'), values, whole)];
    }
    return [one(name, t(`directory:field.${field}`, { defaultValue: field }), values)];
  });
}
