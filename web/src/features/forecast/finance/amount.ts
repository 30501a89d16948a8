/** What a person typed as an amount (`1 234,50`, `1,234.50`) as a decimal string; null when it is none. */
export function readAmount(text: string): string | null {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '');
  const mark = compact.lastIndexOf(',') > compact.lastIndexOf('.') ? ',' : '.';
  let plain = compact.replaceAll(mark === ',' ? '.' : ',', '');
  if (plain.split(mark).length > 2) plain = plain.replaceAll(mark, '');
  plain = plain.replace(mark, '.');
  return /^-?\d{1,14}(\.\d{1,4})?$/.test(plain) && Number(plain) !== 0 ? plain : null;
}

/** `33,5` percent as the share `0.335`; null when it is none. */
export function readShare(text: string): string | null {
  const plain = text.replace(/[\s%]/g, '').replace(',', '.');
  const found = /^(\d{1,3})(?:\.(\d{1,8}))?$/.exec(plain);
  if (!found || Number(plain) <= 0 || Number(plain) > 100) return null;
  const digits = `${(found[1] ?? '').padStart(3, '0')}${found[2] ?? ''}`;
  return `${digits[0]}.${digits.slice(1)}`.replace(/\.?0+$/, '');
}

/** The share `0.335` as `33.5`. */
export function percentOf(share: string): string {
  const [whole = '0', part = ''] = share.split('.');
  const digits = part.padEnd(2, '0');
  const rest = digits.slice(2).replace(/0+$/, '');
  return `${Number(whole + digits.slice(0, 2))}${rest && `.${rest}`}`;
}

/** The sum of percentages as typed, free of the dust of binary fractions. */
export function sumOfShares(texts: readonly string[]): number {
  const sum = texts.reduce((all, text) => all + Math.round(Number(readShare(text) ?? 0) * 1e10), 0);
  return sum / 1e8;
}
