import { describe, expect, it } from 'vitest';
import { daysUntil, Formatter } from './format';

const pl = new Formatter('pl', 'Europe/Warsaw');
const en = new Formatter('en', 'Europe/London');
/** Intl separates with no-break spaces; a reader cannot tell. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a formatter', () => {
  it('writes Polish money with grouped thousands and a comma', () => {
    expect(plain(pl.money('1234.50', 'PLN'))).toBe('1 234,50 zł');
  });

  it('keeps every digit of a large amount given as text', () => {
    expect(plain(pl.money('12345678901234567.89', 'PLN'))).toBe('12 345 678 901 234 567,89 zł');
  });

  it('shortens money where room is tight', () => {
    expect(plain(pl.moneyCompact(1_234_567, 'PLN'))).toBe('1,23 mln zł');
    expect(plain(pl.compact(1_234_567))).toBe('1,23 mln');
  });

  it('tells the marks in numbers', () => {
    expect(plain(pl.marks.group) + pl.marks.decimal).toBe(' ,');
    expect(en.marks).toEqual({ group: ',', decimal: '.' });
  });

  it('writes dates as people of the language do', () => {
    expect(pl.date('2026-11-23')).toBe('23.11.2026');
    expect(en.date('2026-11-23')).toBe('23 Nov 2026');
  });

  it('names the year of a near day only when it is another one', () => {
    const now = new Date('2026-12-31T12:00:00Z');
    expect(pl.dayShort('2026-12-30', now)).toBe('śr., 30 gru');
    expect(pl.dayShort('2027-01-02', now)).toBe('2 sty 2027');
    expect(pl.dayShort('2026-12-31T23:30:00Z', now)).toBe('1 sty 2027');
    expect(en.dayShort('2026-12-30', now)).toBe('Wed 30 Dec');
  });

  it('shows an instant on the day it has in the zone', () => {
    expect(pl.date('2026-11-23T23:30:00Z')).toBe('24.11.2026');
    expect(en.date('2026-11-23T23:30:00Z')).toBe('23 Nov 2026');
  });

  it('tells ages in words', () => {
    const now = new Date('2026-11-24T12:00:00Z');
    expect(pl.ago('2026-11-24T09:00:00Z', now)).toBe('3 godziny temu');
    expect(pl.ago('2026-11-25', now)).toBe('jutro');
    expect(pl.ago('2026-11-24T11:59:40Z', now)).toBe('przed chwilą');
    expect(en.ago('2026-11-19T12:00:00Z', now)).toBe('5 days ago');
  });

  it('counts days with the right plural', () => {
    expect(plain(pl.days(57))).toBe('57 dni');
    expect(plain(pl.days(1))).toBe('1 dzień');
  });

  it('writes percentages', () => {
    expect(plain(pl.percent(0.6315, 2))).toBe('63,15%');
  });
});

describe('days until a date', () => {
  it('are counted in the zone, not in UTC', () => {
    const lateEvening = new Date('2026-11-23T23:30:00Z');
    expect(daysUntil('2026-11-24', 'Europe/Warsaw', lateEvening)).toBe(0);
    expect(daysUntil('2026-11-24', 'Europe/London', lateEvening)).toBe(1);
  });
});
