/** Filters of the board and the list. They are the server's query parameters and stand in the address as such. */
export const LIST_FILTERS = [
  'pipeline',
  'stage',
  'status',
  'owner',
  'team',
  'company',
  'contact',
  'product',
  'source',
  'tag',
  'q',
  'amountFrom',
  'amountTo',
  'createdFrom',
  'createdTo',
  'closeFrom',
  'closeTo',
  'closedFrom',
  'closedTo',
  'nextStep',
  'nextStepFrom',
  'nextStepTo',
  'import',
  'risk',
  'close',
  'state',
  'asOf',
] as const;

export const BOARD_FILTERS = [
  'owner',
  'team',
  'tag',
  'closeFrom',
  'closeTo',
  'q',
  'source',
  'product',
  'risk',
] as const;

/** What may be wrong with an open deal, as the server names it. */
export const RISKS = ['no-step', 'step-overdue', 'stalled', 'close-overdue'] as const;

export type FilterName = (typeof LIST_FILTERS)[number] | `custom.${string}`;
export type Filters = Record<string, string[]>;

const CUSTOM = 'custom.';

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  const known = list.filter((each) => each !== null && each !== undefined && each !== '');
  return [...new Set(known.map(String))].sort();
}

/** The filters among an address's parameters; whatever else stands there is left alone. */
export function readFilters(
  search: Record<string, unknown>,
  names: readonly string[] = LIST_FILTERS,
): Filters {
  const found: Filters = {};
  const custom = names === BOARD_FILTERS ? [] : Object.keys(search).filter((key) => key.startsWith(CUSTOM));
  for (const name of [...names, ...custom]) {
    const values = texts(search[name]);
    if (values.length > 0) found[name] = values;
  }
  return found;
}

/** Writes filters over an address's parameters: the ones given replace all there were. */
export function writeFilters(search: Record<string, unknown>, filters: Filters): Record<string, unknown> {
  const kept = Object.entries(search).filter(
    ([key]) => !(LIST_FILTERS as readonly string[]).includes(key) && !key.startsWith(CUSTOM),
  );
  const written = Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => [key, values.length === 1 ? values[0] : values] as const);
  return Object.fromEntries([...kept, ...written]);
}

export function setFilter(filters: Filters, name: string, values: readonly string[]): Filters {
  const { [name]: _, ...rest } = filters;
  return values.length === 0 ? rest : { ...rest, [name]: texts(values) };
}

export function countFilters(filters: Filters, except: readonly string[] = []): number {
  const names = Object.keys(filters).filter((name) => !except.includes(name));
  // A range is one filter to a person, whichever of its ends are set.
  return new Set(names.map((name) => name.replace(/(From|To)$/, ''))).size;
}

/** The same filters in the same order, for keys of caches. */
export function filtersKey(filters: Filters): Filters {
  return Object.fromEntries(
    Object.entries(filters)
      .filter(([, values]) => values.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

export function sameFilters(a: Filters, b: Filters): boolean {
  return JSON.stringify(filtersKey(a)) === JSON.stringify(filtersKey(b));
}
