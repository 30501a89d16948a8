/** Filters of a list are the server's query parameters, and stand in the address as such. */
export type Filters = Record<string, string[]>;

export const FILTERS = ['q', 'owner', 'tag', 'industry', 'company', 'state'] as const;
const CUSTOM = 'custom.';

const isFilter = (name: string) => (FILTERS as readonly string[]).includes(name) || name.startsWith(CUSTOM);

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  const known = list.filter((each) => each !== null && each !== undefined && each !== '');
  return [...new Set(known.map(String))].sort();
}

/** The filters among an address's parameters; whatever else stands there is left alone. */
export function readFilters(search: Record<string, unknown>): Filters {
  return Object.fromEntries(
    Object.entries(search)
      .filter(([name]) => isFilter(name))
      .map(([name, value]) => [name, texts(value)] as const)
      .filter(([, values]) => values.length > 0),
  );
}

/** Writes filters over an address's parameters: the ones given replace all there were. */
export function writeFilters(search: Record<string, unknown>, filters: Filters): Record<string, unknown> {
  const kept = Object.entries(search).filter(([name]) => !isFilter(name));
  const written = Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => [name, values.length === 1 ? values[0] : values] as const);
  return Object.fromEntries([...kept, ...written]);
}

export function setFilter(filters: Filters, name: string, values: readonly string[]): Filters {
  const { [name]: _, ...rest } = filters;
  return values.length === 0 ? rest : { ...rest, [name]: texts(values) };
}

/** Those behind the filter button and shown as chips; text and state have controls of their own. */
export function chipFilters(filters: Filters): string[] {
  return Object.keys(filters).filter((name) => name !== 'q' && name !== 'state');
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
