import type { Column, ColumnMapping, DateOrder, ImportFile, NumberStyle, Sureness } from '../types';
import { kindOf } from './fields';

/** One answer for the whole file, or `mixed` where its columns differ; null where the question does not come up. */
export type Common<T> = T | 'mixed' | null;

const OPEN: readonly Sureness[] = ['assumed', 'mixed'];

const isDate = ({ type }: Column) => type === 'date' || type === 'date_time';
const isNumber = ({ type }: Column) => type === 'number' || type === 'money' || type === 'percent';

function common<T>(values: T[]): Common<T> {
  const different = new Set(values);
  if (different.size > 1) return 'mixed';
  return values[0] ?? null;
}

function mappingsOf(file: ImportFile, fits: (column: Column) => boolean): ColumnMapping[] {
  const indexes = new Set(file.columns.filter(fits).map((column) => column.index));
  return file.mapping.columns.filter((each) => indexes.has(each.column));
}

/** Only a date written in figures with the year last can be read in two ways. */
const hasOrder = (column: Column) =>
  isDate(column) &&
  (column.dateSureness !== 'certain' ||
    column.samples.some((sample) => /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(sample)));

/** Whole numbers look the same in every style. */
const hasStyle = (column: Column) =>
  isNumber(column) &&
  (column.numberSureness !== 'certain' || column.samples.some((sample) => /[.,]\d/.test(sample)));

export function dateOrder(file: ImportFile): Common<DateOrder> {
  return common(mappingsOf(file, hasOrder).map((each) => each.dateOrder));
}

export function numberStyle(file: ImportFile): Common<NumberStyle> {
  return common(mappingsOf(file, hasStyle).map((each) => each.numberStyle));
}

/** The changes that make all columns of the kind read in one way. */
export function readAll(file: ImportFile, how: { dateOrder: DateOrder } | { numberStyle: NumberStyle }) {
  return mappingsOf(file, 'dateOrder' in how ? isDate : isNumber).map(({ column }) => ({ column, ...how }));
}

/** Whether a person has to say which part of the date is the day. */
export function asksDateOrder(file: ImportFile, column: Column, mapping: ColumnMapping): boolean {
  const kind = kindOf(file, mapping.field);
  const wanted = kind === 'day' || kind === 'moment' || (kind === 'custom' && mapping.customType === 'date');
  return wanted && isDate(column) && OPEN.includes(column.dateSureness);
}

export function asksNumberStyle(file: ImportFile, column: Column, mapping: ColumnMapping): boolean {
  const kind = kindOf(file, mapping.field);
  const wanted =
    kind === 'number' || kind === 'money' || (kind === 'custom' && mapping.customType === 'number');
  return wanted && isNumber(column) && OPEN.includes(column.numberSureness);
}

/** Whether the whole file may count in thousands or millions: only plain numbers leave that open. */
export function mayBeScaled(file: ImportFile, column: Column, mapping: ColumnMapping): boolean {
  const kind = kindOf(file, mapping.field);
  return kind === 'money' && column.type === 'number';
}

/** The kinds of events a log mixes: what stands before the first underscore. */
export function prefixesOf(file: ImportFile, column: number): string[] {
  const samples = file.columns.find((each) => each.index === column)?.samples ?? [];
  const found = samples.map((value) => /^\p{L}{1,3}_/u.exec(value)?.[0] ?? '');
  const chosen = file.mapping.filter?.prefix ?? '';
  return [...new Set([...found, chosen])].filter((each) => each !== '');
}
