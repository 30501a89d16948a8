/** Exact sums of amounts given as decimal strings, to four places as the server keeps them. */
const PLACES = 4;
const UNIT = 10n ** BigInt(PLACES);

function parse(amount: string): bigint {
  const found = /^(-?)(\d*)(?:\.(\d*))?$/.exec(amount.trim());
  if (!found) return 0n;
  const [, sign, whole = '', part = ''] = found;
  const value = BigInt(whole || '0') * UNIT + BigInt(part.slice(0, PLACES).padEnd(PLACES, '0'));
  return sign === '-' ? -value : value;
}

function write(value: bigint): string {
  const positive = value < 0n ? -value : value;
  const part = (positive % UNIT).toString().padStart(PLACES, '0').replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${positive / UNIT}${part ? `.${part}` : ''}`;
}

export function add(a: string, b: string): string {
  return write(parse(a) + parse(b));
}

export function negate(a: string): string {
  return write(-parse(a));
}

/** The product of two decimal strings: a quantity and its price. */
export function times(a: string, b: string): string {
  return write((parse(a) * parse(b)) / UNIT);
}

/** The amount times a factor from 0 to 1, such as a probability. */
export function share(amount: string, factor: number): string {
  const scaled = BigInt(Math.round(factor * 10_000));
  return write((parse(amount) * scaled) / 10_000n);
}

/** How large `part` is of `whole`, from 0 to 1. */
export function ratio(part: string, whole: string): number {
  const all = parse(whole);
  return all <= 0n ? 0 : Math.max(0, Math.min(1, Number((parse(part) * 10_000n) / all) / 10_000));
}

/** What a person typed as an amount (`1 234,50`, `1,234.50`) as a decimal string; null when it is none. */
export function readAmount(text: string): string | null {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '');
  const lastComma = compact.lastIndexOf(',');
  const lastDot = compact.lastIndexOf('.');
  const mark = lastComma > lastDot ? ',' : '.';
  const grouping = mark === ',' ? '.' : ',';
  let plain = compact.replaceAll(grouping, '');
  // `1,234,567` and `1.234.567` group thousands: a decimal mark stands once.
  if (plain.split(mark).length > 2) plain = plain.replaceAll(mark, '');
  // One mark with three digits after it groups thousands too (`20,000`, `20.000`): money has no thousandths.
  if (new RegExp(`^-?[1-9]\\d{0,2}[${mark}]\\d{3}$`).test(plain)) plain = plain.replace(mark, '');
  plain = plain.replace(mark, '.');
  return /^-?\d{1,14}(\.\d{1,4})?$/.test(plain) ? write(parse(plain)) : null;
}

/** A rate of exchange as typed: up to eight places, above zero; null when it is none. */
export function readRate(text: string): string | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^\d{1,9}(\.\d{1,8})?$/.test(plain) && Number(plain) > 0 ? plain : null;
}
