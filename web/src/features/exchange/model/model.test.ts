import { describe, expect, it } from 'vitest';
import { landing } from '../cleanup/sortable';
import type { Column, ColumnMapping, ImportFile, ValueType } from '../types';
import { nameOf } from '../upload';
import { arranged, decide, isAccepted, lacksKind, moved } from './cleanup';
import { asksDateOrder, dateOrder, numberStyle, prefixesOf, readAll } from './detection';
import { byReason, outcomeTotal, unaccounted } from './effect';
import { becomes, lacking, withChanges } from './fields';
import { reachable, stepOf } from './steps';

function column(index: number, type: ValueType, samples: string[] = []): Column {
  return {
    index,
    name: `column ${index}`,
    type,
    samples,
    emptyShare: 0,
    distinct: samples.length,
    dateSureness: 'certain',
    numberSureness: 'certain',
    currency: null,
    misfits: 0,
    firstMisfits: [],
  };
}

function mapping(index: number, field: string | null): ColumnMapping {
  return {
    column: index,
    header: `column ${index}`,
    field,
    stage: null,
    customType: null,
    dateOrder: 'day_first',
    numberStyle: 'decimal_point',
    factor: 1,
    confidence: 1,
  };
}

function file(columns: Column[], fields: (string | null)[]): ImportFile {
  return {
    id: 'f1',
    name: 'deals.csv',
    position: 0,
    bytes: 1,
    rows: 1,
    encoding: 'UTF-8',
    delimiter: ',',
    header: true,
    preset: 'generic',
    entity: 'deal',
    confidence: 1,
    alternatives: [],
    refusedRows: 0,
    blankRows: 0,
    noteRows: 0,
    columns,
    mapping: { columns: fields.map((field, index) => mapping(index, field)), filter: null },
    fields: [
      { field: 'deal_title', kind: 'text', repeatable: false },
      { field: 'deal_created_at', kind: 'moment', repeatable: false },
      { field: 'deal_tags', kind: 'tags', repeatable: true },
      { field: 'deal_custom', kind: 'custom', repeatable: true },
    ],
  };
}

describe('a column that becomes a field', () => {
  it('takes over a field with room for one from the column that had it', () => {
    const deals = file([column(0, 'text'), column(1, 'text')], ['deal_title', null]);
    const changes = becomes(deals, column(1, 'text'), 'deal_title');
    expect(withChanges(deals.mapping.columns, changes).map((each) => each.field)).toEqual([
      null,
      'deal_title',
    ]);
  });

  it('shares a field with room for several', () => {
    const deals = file([column(0, 'text'), column(1, 'text')], ['deal_tags', null]);
    expect(becomes(deals, column(1, 'text'), 'deal_tags')).toHaveLength(1);
  });

  it('begins a field of its own with the type that its values have', () => {
    const deals = file([column(0, 'money')], [null]);
    expect(becomes(deals, column(0, 'money'), 'deal_custom')[0]).toMatchObject({ customType: 'number' });
  });
});

describe('a file', () => {
  it('lacks what its records cannot be without', () => {
    expect(lacking(file([column(0, 'text')], [null]))).toEqual(['deal_title']);
    expect(lacking(file([column(0, 'text')], ['deal_company']))).toEqual([]);
    expect(lacking({ ...file([], []), entity: null })).toEqual([]);
  });

  it('has a date order only where dates could be read in two ways', () => {
    expect(dateOrder(file([column(0, 'date', ['2016-10-20'])], [null]))).toBeNull();
    expect(dateOrder(file([column(0, 'date', ['03/04/2021'])], [null]))).toBe('day_first');
  });

  it('says so when its columns differ', () => {
    const mixed = file([column(0, 'date', ['3.4.2021']), column(1, 'date', ['3.4.2021'])], [null, null]);
    mixed.mapping.columns[1] = { ...mapping(1, null), dateOrder: 'month_first' };
    expect(dateOrder(mixed)).toBe('mixed');
    expect(readAll(mixed, { dateOrder: 'day_first' })).toEqual([
      { column: 0, dateOrder: 'day_first' },
      { column: 1, dateOrder: 'day_first' },
    ]);
  });

  it('has no number style while all numbers are whole', () => {
    expect(numberStyle(file([column(0, 'number', ['12', '7'])], [null]))).toBeNull();
    expect(numberStyle(file([column(0, 'money', ['1100.04'])], [null]))).toBe('decimal_point');
  });

  it('asks for the order of a date only when nothing shows it and the column is brought in', () => {
    const open: Column = { ...column(0, 'date', ['03/04/2021']), dateSureness: 'assumed' };
    expect(asksDateOrder(file([open], ['deal_created_at']), open, mapping(0, 'deal_created_at'))).toBe(true);
    expect(asksDateOrder(file([open], [null]), open, mapping(0, null))).toBe(false);
    const sure = column(0, 'date', ['13/04/2021']);
    expect(asksDateOrder(file([sure], ['deal_created_at']), sure, mapping(0, 'deal_created_at'))).toBe(false);
  });

  it('offers the kinds of events that a log mixes', () => {
    const log = file([column(0, 'choice', ['A_SUBMITTED', 'O_SENT', 'A_ACCEPTED'])], ['history_stage']);
    expect(prefixesOf(log, 0)).toEqual(['A_', 'O_']);
  });
});

describe('the steps', () => {
  const none = { files: [] };
  const some = { files: [file([], [])] };

  it('lead no further than makes sense', () => {
    expect(reachable(none, 'columns')).toBe(false);
    expect(stepOf('check', none)).toBe('files');
    expect(stepOf('check', some)).toBe('check');
    expect(stepOf('nonsense', some)).toBe('files');
  });
});

describe('spelling variants', () => {
  const one = { fileId: 'f1', column: 2, variant: 'GTXPro', canonical: 'GTX Pro' };

  it('are accepted and refused one by one, without losing the others', () => {
    const other = { ...one, variant: 'technolgy', canonical: 'technology', column: 1 };
    const both = decide(decide(null, [one], true), [other], true);
    expect(both).toHaveLength(2);
    const left = decide(both, [one], false);
    expect(isAccepted(left, one)).toBe(false);
    expect(isAccepted(left, other)).toBe(true);
  });

  it('are accepted once, however often', () => {
    expect(decide(decide([], [one], true), [one], true)).toEqual([one]);
  });
});

describe('stages', () => {
  const found = [
    { name: 'Offer', kind: 'open' as const, deals: 2 },
    { name: 'Won', kind: 'won' as const, deals: 1 },
  ];

  it('stay as arranged, and gain those found since', () => {
    const chosen = [
      { name: 'Won', kind: 'won' as const },
      { name: 'Gone', kind: 'open' as const },
    ];
    expect(arranged(chosen, found).map((each) => each.name)).toEqual(['Won', 'Offer']);
  });

  it('move to another place', () => {
    const stages = arranged(null, found);
    expect(moved(stages, 0, 1).map((each) => each.name)).toEqual(['Won', 'Offer']);
    expect(moved(stages, 1, 9).map((each) => each.name)).toEqual(['Offer', 'Won']);
  });

  it('land where the line was drawn', () => {
    expect(landing(0, 2, 'top')).toBe(1);
    expect(landing(0, 2, 'bottom')).toBe(2);
    expect(landing(3, 1, 'top')).toBe(1);
  });

  it('tell which kind is missing', () => {
    expect(lacksKind(found)).toEqual(['lost']);
  });
});

describe('counts', () => {
  it('must add up', () => {
    const counts = { rows: 10, create: 6, update: 1, unchanged: 1, duplicate: 1, refuse: 1 };
    expect(unaccounted(counts)).toBe(0);
    expect(unaccounted({ ...counts, rows: 11 })).toBe(1);
    expect(outcomeTotal({ created: 6, updated: 1, unchanged: 1, refused: 2 })).toBe(10);
  });

  it('of refusals are kept together by what they are about, not by the value', () => {
    const refusals = ['“A”', '“B”'].map((value, line) => ({
      line,
      reason: `No company ${value}.`,
      cells: [],
    }));
    const groups = byReason([...refusals, { line: 9, reason: 'Too few values: 6 instead of 7.', cells: [] }]);
    expect(groups.map((group) => group.items.length)).toEqual([2, 1]);
  });
});

describe('the name of an import', () => {
  it('tells its files, and not all of many', () => {
    expect(nameOf([{ name: 'accounts.csv' }, { name: 'deals.CSV' }])).toBe('accounts, deals');
    expect(nameOf(['a', 'b', 'c', 'd', 'e'].map((name) => ({ name: `${name}.csv` })))).toBe('a, b, c, d, …');
  });
});
