import { afterEach, describe, expect, it, vi } from 'vitest';
import { initI18n } from '@/app/i18n';
import { fakeServer } from '@/test/fakeFetch';
import { keepRecent, type Recent, readRecent, withVisited } from './recent';
import { recordAt } from './records';
import { searchRecords } from './search';

afterEach(() => vi.unstubAllGlobals());

const hit = (kind: string, id: string, status: string | null = null) => ({
  kind,
  id,
  title: `${kind} ${id}`,
  subtitle: 'Browar Bałtycki',
  status,
});

describe('the search for records', () => {
  it('leads each find to its own page, and says when a deal is over', async () => {
    await initI18n('en');
    fakeServer({
      'GET /search?q=bro&limit=20': () => ({
        body: { items: [hit('deal', '1', 'won'), hit('company', '2'), hit('deal', '3', 'open')] },
      }),
    });
    const found = await searchRecords('bro', new AbortController().signal);
    expect(found.map((each) => each.to)).toEqual(['/deals/1', '/companies/2', '/deals/3']);
    expect(found.map((each) => each.detail)).toEqual([
      'Browar Bałtycki · won',
      'Browar Bałtycki',
      'Browar Bałtycki',
    ]);
  });

  it('leaves out what it has no page for', async () => {
    fakeServer({ 'GET /search?q=x&limit=20': () => ({ body: { items: [hit('invoice', '1')] } }) });
    expect(await searchRecords('x', new AbortController().signal)).toEqual([]);
  });
});

describe('the record at an address', () => {
  it('is a page of its own or a panel over a list', () => {
    expect(recordAt('/companies/7', {})).toEqual({ kind: 'company', id: '7' });
    expect(recordAt('/board', { deal: '9' })).toEqual({ kind: 'deal', id: '9' });
    expect(recordAt('/companies', {})).toBeNull();
  });
});

describe('recent records', () => {
  const record = (id: string): Recent => ({ kind: 'deal', id, title: id });

  it('stand once each, the latest in front, and are few', () => {
    const many = Array.from({ length: 12 }, (_, at) => record(String(at))).reduce<Recent[]>(withVisited, []);
    expect(many).toHaveLength(8);
    expect(
      withVisited(many, record('9'))
        .map((each) => each.id)
        .slice(0, 2),
    ).toEqual(['9', '11']);
  });

  it('are kept for each person apart, and broken ones forgotten', () => {
    keepRecent('u1', [record('1')]);
    expect(readRecent('u1')).toEqual([record('1')]);
    expect(readRecent('u2')).toEqual([]);
    localStorage.setItem('nurt.recent.u1', '{"not":"a list"}');
    expect(readRecent('u1')).toEqual([]);
  });
});
