import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Tree = { [key: string]: string | Tree };

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) => `src/${path}`);
const PLURAL = /_(zero|one|two|few|many|other)$/;
const places = sources
  .filter((path) => path.endsWith('/locales/en.json'))
  .map((path) => path.replace(/\/en\.json$/, ''));

function flat(tree: Tree, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flat(value, `${prefix}${key}.`)),
    ),
  );
}

function texts(place: string, language: string): Record<string, string> {
  return flat(JSON.parse(readFileSync(`${place}/${language}.json`, 'utf8')) as Tree);
}

const namespaceOf = (place: string) => place.split('/').at(-2) ?? '';
const baseKeys = (all: Record<string, string>) =>
  [...new Set(Object.keys(all).map((key) => key.replace(PLURAL, '')))].sort();
const holes = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((found) => found[1]).sort();

describe.each(places)('texts in %s', (place) => {
  const en = texts(place, 'en');
  const pl = texts(place, 'pl');

  it('have the same keys in both languages', () => {
    expect(baseKeys(pl)).toEqual(baseKeys(en));
  });

  it('have every plural form that the language needs', () => {
    for (const [language, all] of Object.entries({ en, pl })) {
      const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const plurals = new Set(
        Object.keys(all)
          .filter((key) => PLURAL.test(key))
          .map((key) => key.replace(PLURAL, '')),
      );
      for (const key of plurals) {
        for (const form of needed)
          expect(all, `${language} ${key}_${form}`).toHaveProperty([`${key}_${form}`]);
      }
    }
  });

  it('name the same values in both languages', () => {
    for (const [key, text] of Object.entries(en)) {
      const polish = pl[key];
      if (polish !== undefined) expect(holes(polish), key).toEqual(holes(text));
    }
  });

  it('are never empty', () => {
    for (const text of [...Object.values(en), ...Object.values(pl)]) expect(text.trim()).not.toBe('');
  });
});

/** Keys written out in the source: `t('a.b')`, `t(yes ? 'a' : 'b')`, `label: 'ns:a.b'`, and `t(`a.${x}`)` by its start. */
function usedKeys(path: string): { key: string; open: boolean }[] {
  const source = readFileSync(path, 'utf8');
  const calls = [...source.matchAll(/\bt\(\s*((?:[^()'"`]*\?\s*)?(['"`])[^)]*)/g)].map(
    (found) => found[1] ?? '',
  );
  const inCalls = calls.flatMap((call) => {
    const first = call.split(/,\s*\{/)[0] ?? '';
    return [...first.matchAll(/(['"`])((?:(?!\1).)+)\1/g)].map((found) => found[2] ?? '');
  });
  const labelled = [...source.matchAll(/['"]((?:[a-z]+):[a-zA-Z][\w.-]*\w)['"]/g)].map(
    (found) => found[1] ?? '',
  );
  const own = new Set(places.map(namespaceOf));
  return [...inCalls, ...labelled.filter((key) => own.has(key.split(':')[0] ?? ''))].map((key) => ({
    key: key.split('${')[0] ?? '',
    open: key.includes('${'),
  }));
}

describe('the source', () => {
  const known = new Map(places.map((place) => [namespaceOf(place), baseKeys(texts(place, 'en'))]));

  it('uses no key without a text', () => {
    const missing: string[] = [];
    for (const path of sources.filter((each) => /(?<!\.test)\.tsx?$/.test(each))) {
      const declared = /useTranslation\(\[?'(\w+)'/.exec(readFileSync(path, 'utf8'))?.[1] ?? 'app';
      for (const { key, open } of usedKeys(path)) {
        const [namespace, rest] = key.includes(':') ? key.split(':', 2) : [declared, key];
        const keys = known.get(namespace ?? '') ?? [];
        const found = open
          ? keys.some((each) => each.startsWith(rest ?? ''))
          : keys.includes((rest ?? '').replace(PLURAL, ''));
        if (!found) missing.push(`${path}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('gives every value that a text names', () => {
    const given = /\bt\(\s*'([\w.:-]+)',\s*\{([^{}]*)\}\s*\)/g;
    const lacking: string[] = [];
    for (const path of sources.filter((each) => /(?<!\.test)\.tsx?$/.test(each))) {
      const source = readFileSync(path, 'utf8');
      const declared = /useTranslation\(\[?'(\w+)'/.exec(source)?.[1] ?? 'app';
      for (const [, key = '', values = ''] of source.matchAll(given)) {
        if (values.includes('...')) continue;
        const [namespace = '', rest = ''] = key.includes(':') ? key.split(':', 2) : [declared, key];
        const names = values.split(',').map((each) => each.split(':')[0]?.trim());
        const place = places.find((each) => namespaceOf(each) === namespace);
        for (const [known, text] of Object.entries(place ? texts(place, 'en') : {})) {
          if (known.replace(PLURAL, '') !== rest) continue;
          for (const hole of holes(text))
            if (!names.includes(hole)) lacking.push(`${path}: ${key} lacks ${hole}`);
        }
      }
    }
    expect(lacking).toEqual([]);
  });
});
