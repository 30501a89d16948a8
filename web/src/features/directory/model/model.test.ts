import { describe, expect, it } from 'vitest';
import { BLANK, domainOf, enteredOf, entryField, requestOf } from '../create/entry';
import { withTyped } from '../record/PickFields';
import { madeFirst, withPoint } from '../record/PointsField';
import type { Company } from '../types';
import { layoutOf, sameView } from '../views';
import { addressLines } from './address';
import { chipFilters, readFilters, sameFilters, setFilter, writeFilters } from './filters';
import { untouched } from './merge';
import { isNip, taxNumberText, taxVerdict } from './nip';
import { readNumber } from './number';
import { provideWalk, stepsFrom } from './walk';

describe('filters', () => {
  it('are read from an address, and written back over it', () => {
    const search = {
      q: 'nurt',
      owner: ['b', 'a', 'a'],
      'custom.size': 5,
      sort: '-updatedAt',
      view: 'v1',
      tag: '',
    };
    const filters = readFilters(search);
    expect(filters).toEqual({ q: ['nurt'], owner: ['a', 'b'], 'custom.size': ['5'] });
    expect(writeFilters(search, { state: ['archived'] })).toEqual({
      sort: '-updatedAt',
      view: 'v1',
      state: 'archived',
    });
  });

  it('are the same in whatever order they were set', () => {
    const one = setFilter(setFilter({}, 'owner', ['a']), 'tag', ['x']);
    const other = setFilter(setFilter({}, 'tag', ['x']), 'owner', ['a']);
    expect(sameFilters(one, other)).toBe(true);
    expect(sameFilters(one, setFilter(one, 'tag', []))).toBe(false);
  });

  it('show as chips, except those with a control of their own', () => {
    expect(chipFilters({ q: ['x'], state: ['trashed'], owner: ['a'] })).toEqual(['owner']);
  });
});

describe('a saved view', () => {
  it('shows its columns in its order and hides the others', () => {
    expect(layoutOf({ columns: ['b', 'a'] }, ['a', 'b', 'c'])).toEqual({
      widths: {},
      visible: { a: true, b: true, c: false },
      order: ['b', 'a', 'c'],
    });
    expect(layoutOf({}, ['a'])).toBeNull();
  });

  it('counts as changed when what is shown differs', () => {
    const view = { filters: { tag: ['x'] }, columns: ['name'] };
    expect(sameView(view, { ...view, filters: { tag: ['x'] } })).toBe(true);
    expect(sameView(view, { ...view, sort: '-updatedAt' })).toBe(false);
  });
});

describe('a Polish tax number', () => {
  it('is known by its check digit', () => {
    expect(isNip('5260250995')).toBe(true);
    expect(isNip('5260250996')).toBe(false);
    expect(isNip('0000000000')).toBe(false);
  });

  it('is judged only where it must be a Polish one', () => {
    expect(taxVerdict('526-025-09-95', null, 'PL')).toBe('ok');
    expect(taxVerdict('526-025-09-96', null, 'PL')).toBe('check-digit');
    expect(taxVerdict('526-025-09-96', null, 'CZ')).toBe('ok');
    expect(taxVerdict('PL 526025', null, null)).toBe('ten-digits');
    expect(taxVerdict('DE123456789', null, 'PL')).toBe('ok');
    expect(taxVerdict('  ', 'PL', 'PL')).toBe('ok');
  });

  it('reads in groups', () => {
    expect(taxNumberText('5260250995', 'PL')).toBe('526-025-09-95');
    expect(taxNumberText('123456789', 'DE')).toBe('DE 123456789');
    expect(taxNumberText('7', null)).toBe('7');
  });
});

describe('a number', () => {
  it.each([
    ['1 234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.234,5', '1234.5'],
    ['-3', '-3'],
    ['12.5', '12.5'],
    ['twelve', null],
    ['1,2,3', null],
  ])('typed as %s is read as %s', (typed, read) => {
    expect(readNumber(typed)).toBe(read);
  });
});

describe('a conflict', () => {
  const read = {
    owner: { id: 'u1', name: 'Ewa' },
    name: 'Nurt',
    custom: { size: 1, kind: 'a' },
  } as unknown as Company;

  it('is none where the other person changed other fields', () => {
    const now = { ...read, name: 'Nurt S.A.', custom: { size: 2, kind: 'a' } };
    expect(untouched(read, now, { ownerId: 'u2' })).toBe(true);
    expect(untouched(read, now, { custom: { kind: 'b' } })).toBe(true);
  });

  it('is one where both changed the same field', () => {
    const now = { ...read, owner: { id: 'u3', name: 'Jan' }, custom: { size: 2, kind: 'a' } };
    expect(untouched(read, now, { ownerId: 'u2' })).toBe(false);
    expect(untouched(read, now, { custom: { size: 3 } })).toBe(false);
  });
});

describe('a record', () => {
  it('leads to its neighbours in the list it was opened from', () => {
    provideWalk('company', ['a', 'b', 'c']);
    expect(stepsFrom('company', 'b')).toEqual({ previous: 'a', next: 'c', place: 2, count: 3 });
    expect(stepsFrom('company', 'c').next).toBeNull();
    expect(stepsFrom('contact', 'b').count).toBe(0);
  });

  it('loses a contact point that is emptied, and can make another one the main one', () => {
    const points = [
      { value: 'a@x.pl', label: null },
      { value: 'b@x.pl', label: 'work' },
    ];
    expect(withPoint(points, 0, { value: ' ', label: null })).toEqual([points[1]]);
    expect(withPoint(points, 2, { value: ' c@x.pl ', label: '' })[2]).toEqual({
      value: 'c@x.pl',
      label: null,
    });
    expect(madeFirst(points, 1).map((each) => each.value)).toEqual(['b@x.pl', 'a@x.pl']);
  });

  it('takes a tag that is only typed when it is saved', () => {
    expect(withTyped(['a'], 'b')).toEqual(['a', 'b']);
    expect(withTyped(['a'], 'a')).toEqual(['a']);
    expect(withTyped(['a'], '')).toEqual(['a']);
  });

  it('writes its address as on a letter', () => {
    const address = {
      label: null,
      street: 'Rzeczna 1',
      postalCode: '00-001',
      city: 'Warszawa',
      region: null,
      country: 'Polska',
    };
    expect(addressLines(address)).toEqual(['Rzeczna 1', '00-001 Warszawa', 'Polska']);
  });
});

describe('a new record', () => {
  it('is looked for by what is filled in', () => {
    const entry = { ...BLANK, name: ' Nurt ', website: 'https://www.Nurt.pl/kontakt', phone: '600 100 200' };
    expect(enteredOf('company', entry)).toEqual({ name: 'Nurt', phone: '600 100 200', domain: 'nurt.pl' });
    expect(domainOf('')).toBe('');
  });

  it('sends only what is known', () => {
    const entry = { ...BLANK, firstName: 'Ewa', email: 'ewa@x.pl', company: { id: 'c1', name: 'Nurt' } };
    expect(requestOf('contact', entry)).toEqual({
      firstName: 'Ewa',
      companyId: 'c1',
      emails: [{ value: 'ewa@x.pl' }],
    });
  });

  it('shows a refusal at the field it is about', () => {
    expect(entryField('emails[0].value')).toBe('email');
    expect(entryField('taxNumber')).toBe('taxNumber');
  });
});
