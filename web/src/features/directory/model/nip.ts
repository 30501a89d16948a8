const WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7];

export const digitsOf = (text: string): string =>
  text.replace(/^\s*PL/i, '').replace(/[\s.\-/\u00a0\u2010-\u2015]+/g, '');

/** Whether ten digits end with the right check digit of a Polish NIP. */
export function isNip(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || digits === '0000000000') return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  // A remainder of ten is never given out: no single digit can stand for it.
  return sum % 11 === Number(digits[9]);
}

export type TaxVerdict = 'ok' | 'ten-digits' | 'check-digit';

/**
 * What can be said of a tax number while it is typed. Only Polish ones are judged here; the server knows the shapes of the
 * others and has the last word.
 */
export function taxVerdict(text: string, country: string | null, home: string | null): TaxVerdict {
  const polish = country === 'PL' || (country === null && /^\s*PL/i.test(text));
  const digits = digitsOf(text);
  const looksPolish = country === null && home === 'PL' && /^\d{10}$/.test(digits);
  if (text.trim() === '' || (!polish && !looksPolish)) return 'ok';
  if (!/^\d{10}$/.test(digits)) return 'ten-digits';
  return isNip(digits) ? 'ok' : 'check-digit';
}

/** `123-456-32-18` for a Polish number; others as they are. */
export function taxNumberText(number: string, country: string | null): string {
  if (country !== 'PL' || !/^\d{10}$/.test(number)) return country ? `${country} ${number}` : number;
  return `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6, 8)}-${number.slice(8)}`;
}
