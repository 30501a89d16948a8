/** A number as people type it (`1 234,5`, `1,234.5`, `-3`), as a plain decimal text; null when it is none. */
export function readNumber(text: string): string | null {
  const plain = text.replace(/[\s\u00a0\u202f']/g, '').replace('−', '-');
  const comma = plain.lastIndexOf(',');
  const point = plain.lastIndexOf('.');
  const decimal = comma > point ? ',' : '.';
  const other = decimal === ',' ? '.' : ',';
  const grouped = plain.replaceAll(other, '');
  // Several of one sign, or exactly three digits behind a comma before a point: thousands.
  const parts = grouped.split(decimal);
  if (parts.length > 2) return null;
  const number = parts.join('.');
  return /^-?\d+(\.\d+)?$/.test(number) ? number : null;
}
