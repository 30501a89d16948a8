import type {
  Column,
  ColumnChange,
  ColumnMapping,
  CustomType,
  Entity,
  FieldKind,
  ImportFile,
  ValueType,
} from '../types';

export const ENTITIES: Entity[] = ['COMPANY', 'CONTACT', 'PRODUCT', 'PERSON', 'DEAL', 'STAGE_HISTORY'];

const FITTING: Partial<Record<ValueType, CustomType>> = {
  NUMBER: 'NUMBER',
  MONEY: 'NUMBER',
  PERCENT: 'NUMBER',
  DATE: 'DATE',
  DATE_TIME: 'DATE',
  BOOLEAN: 'BOOLEAN',
  CHOICE: 'CHOICE',
};

export function kindOf(file: ImportFile, field: string | null): FieldKind | null {
  return file.fields.find((each) => each.field === field)?.kind ?? null;
}

/**
 * A column becomes a field. A field with room for one column is taken over from the column that had it, so that the
 * mapping is in order after every single step.
 */
export function becomes(file: ImportFile, column: Column, field: string | null): ColumnChange[] {
  const chosen = file.fields.find((each) => each.field === field);
  const change: ColumnChange = {
    column: column.index,
    field,
    ...(chosen?.kind === 'CUSTOM' && { customType: FITTING[column.type] ?? 'TEXT' }),
    ...(field === 'DEAL_STAGE_ENTERED_AT' && { stage: column.name }),
  };
  if (!chosen || chosen.repeatable) return [change];
  const others = file.mapping.columns.filter((each) => each.field === field && each.column !== column.index);
  return [...others.map((each) => ({ column: each.column, field: null })), change];
}

/** Changes of some columns laid over all of them. */
export function withChanges(
  all: readonly ColumnMapping[],
  changes: readonly ColumnChange[],
): ColumnMapping[] {
  const byColumn = new Map(changes.map((each) => [each.column, each]));
  return all.map((each) => ({ ...each, ...byColumn.get(each.column) }));
}

/** What a record of the kind cannot be without; the first column of each row must be mapped. */
const NEEDED: Record<Entity, string[][]> = {
  COMPANY: [['COMPANY_NAME']],
  PRODUCT: [['PRODUCT_NAME']],
  CONTACT: [['CONTACT_FULL_NAME', 'CONTACT_LAST_NAME', 'CONTACT_FIRST_NAME', 'CONTACT_EMAILS']],
  PERSON: [['PERSON_NAME', 'PERSON_LAST_NAME', 'PERSON_FIRST_NAME', 'PERSON_EMAIL']],
  DEAL: [['DEAL_TITLE', 'DEAL_ID', 'DEAL_COMPANY']],
  STAGE_HISTORY: [['HISTORY_DEAL'], ['HISTORY_STAGE'], ['HISTORY_AT']],
};

/** Fields still to be mapped before the file can go in; of each, another one may serve as well. */
export function lacking(file: ImportFile): string[] {
  if (!file.entity) return [];
  const mapped = new Set(file.mapping.columns.map((each) => each.field));
  return NEEDED[file.entity]
    .filter((choice) => !choice.some((field) => mapped.has(field)))
    .map((choice) => choice[0] ?? '');
}
