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

export const ENTITIES: Entity[] = ['company', 'contact', 'product', 'person', 'deal', 'stage_history'];

const FITTING: Partial<Record<ValueType, CustomType>> = {
  number: 'number',
  money: 'number',
  percent: 'number',
  date: 'date',
  date_time: 'date',
  boolean: 'boolean',
  choice: 'choice',
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
    ...(chosen?.kind === 'custom' && { customType: FITTING[column.type] ?? 'text' }),
    ...(field === 'deal_stage_entered_at' && { stage: column.name }),
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
  company: [['company_name']],
  product: [['product_name']],
  contact: [['contact_full_name', 'contact_last_name', 'contact_first_name', 'contact_emails']],
  person: [['person_name', 'person_last_name', 'person_first_name', 'person_email']],
  deal: [['deal_title', 'deal_id', 'deal_company']],
  stage_history: [['history_deal'], ['history_stage'], ['history_at']],
};

/** Fields still to be mapped before the file can go in; of each, another one may serve as well. */
export function lacking(file: ImportFile): string[] {
  if (!file.entity) return [];
  const mapped = new Set(file.mapping.columns.map((each) => each.field));
  return NEEDED[file.entity]
    .filter((choice) => !choice.some((field) => mapped.has(field)))
    .map((choice) => choice[0] ?? '');
}
