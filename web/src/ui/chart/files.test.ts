import { expect, it } from 'vitest';
import { csvOf } from './files';

it('quotes what would break a row', () => {
  expect(csvOf([['Fair, Hanover', 'say "yes"', 'two\nlines', 1234.5, null]])).toBe(
    '"Fair, Hanover","say ""yes""","two\nlines",1234.5,\r\n',
  );
});

it('keeps a text that looks like a formula a text, and a negative number a number', () => {
  expect(csvOf([['=1+1', '+48 600', '-', '@SUM(A1)', -5]])).toBe("'=1+1,'+48 600,'-,'@SUM(A1),-5\r\n");
});
