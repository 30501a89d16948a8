import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18n from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { renderApp } from '@/test/render';
import { changedOf, InviteDialog } from './people/PersonDialogs';
import { foundPeople, type Person, type Team, teamTree, withBelow } from './people/people';
import { AUDIT_KINDS, auditChanges, auditSentence } from './workspace/auditText';
import { backupOverdue } from './workspace/DatabasePanel';
import type { AuditEntry } from './workspace/workspace';

const compare = (a: string, b: string) => a.localeCompare(b, 'pl');

const person = (name: string, more: Partial<Person> = {}): Person => ({
  id: name,
  name,
  email: `${name}@x.pl`,
  role: 'representative',
  status: 'active',
  visibility: 'own',
  teams: [],
  version: 1,
  ...more,
});

const team = (name: string, parent?: string): Team => ({
  id: name,
  name,
  parent: parent ? { id: parent, name: parent } : null,
  manager: null,
  members: [],
  version: 1,
});

describe('people', () => {
  it('are found by name or address, those without access last', () => {
    const people = [person('Adam', { status: 'deactivated' }), person('Łucja'), person('Lena')];
    expect(foundPeople(people, '', compare).map((each) => each.name)).toEqual(['Lena', 'Łucja', 'Adam']);
    expect(foundPeople(people, 'łuc', compare).map((each) => each.name)).toEqual(['Łucja']);
    expect(foundPeople(people, 'adam@', compare)).toHaveLength(1);
  });

  it('are changed only in what was changed', () => {
    const known = person('Ewa', { teams: [{ id: 't1', name: 'North' }] });
    const form = {
      name: 'Ewa ',
      email: 'Ewa@x.pl',
      role: known.role,
      visibility: known.visibility,
      teamIds: ['t1'],
    };
    expect(changedOf(known, form)).toEqual({});
    expect(changedOf(known, { ...form, role: 'manager', teamIds: [] })).toEqual({
      role: 'manager',
      teamIds: [],
    });
  });
});

describe('teams', () => {
  const teams = [team('South'), team('Kraków', 'South'), team('North'), team('Zakopane', 'Kraków')];

  it('stand under the one they belong to', () => {
    expect(teamTree(teams, compare).map(({ team: { name }, depth }) => `${depth} ${name}`)).toEqual([
      '0 North',
      '0 South',
      '1 Kraków',
      '2 Zakopane',
    ]);
  });

  it('cannot be put below themselves', () => {
    expect([...withBelow(teams, 'South')]).toEqual(['South', 'Kraków', 'Zakopane']);
  });
});

describe('the audit trail', () => {
  beforeAll(() => renderApp(null));
  const entry = (kind: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
    id: 'a',
    at: '2026-11-24T10:00:00Z',
    actor: { id: 'u1', name: 'Ewa' },
    kind,
    subjectKind: 'user',
    subjectId: 'u2',
    subjectName: 'Jan',
    details: {},
    address: null,
    ...more,
  });

  it('has a sentence for every kind of act', () => {
    for (const kind of AUDIT_KINDS) {
      const sentence = auditSentence(entry(kind, { details: { name: 'North', deals: 2 } }), i18n.t);
      expect(sentence).not.toBe(`Ewa: ${kind}`);
      expect(sentence).toContain('Ewa');
    }
  });

  it('tells what one did to oneself from what was done to others', () => {
    expect(auditSentence(entry('sessions-ended'), i18n.t)).toBe('Ewa signed Jan out everywhere');
    expect(auditSentence(entry('sessions-ended', { subjectId: 'u1' }), i18n.t)).toBe(
      'Ewa signed out everywhere else',
    );
  });

  it('still says who did something it has no words for', () => {
    expect(auditSentence(entry('moon-landed'), i18n.t)).toBe('Ewa: moon-landed');
  });

  it('shows what was changed, of a person and of the workspace', () => {
    const role = entry('user-changed', { details: { role: ['representative', 'manager'] } });
    expect(auditChanges(role, i18n.t)).toEqual([
      { field: 'Role', before: 'Representative', after: 'Manager' },
    ]);
    const workspace = entry('workspace-changed', {
      details: { before: { currency: 'PLN', version: 1 }, after: { currency: 'EUR', version: 2 } },
    });
    expect(auditChanges(workspace, i18n.t)).toEqual([{ field: 'Currency', before: 'PLN', after: 'EUR' }]);
  });
});

describe('a backup', () => {
  it('is overdue after a week, and when there is none', () => {
    const now = Date.parse('2026-11-24T12:00:00Z');
    expect(backupOverdue(null, now)).toBe(true);
    expect(backupOverdue('2026-11-20T12:00:00Z', now)).toBe(false);
    expect(backupOverdue('2026-11-10T12:00:00Z', now)).toBe(true);
  });
});

describe('an invitation', () => {
  it('brings the usual visibility of the role, and shows its link once', async () => {
    const calls = fakeServer({
      'GET /teams': () => ({ body: [] }),
      'GET /users': () => ({ body: [] }),
      'GET /me': () => ({ status: 401 }),
      'POST /users/invite': () => ({
        status: 201,
        body: { user: person('jan', { status: 'invited' }), link: 'http://nurt.example/invite?token=abc' },
      }),
    });
    await renderApp(<InviteDialog onClose={() => {}} />);
    await userEvent.type(await screen.findByLabelText('E-mail'), 'jan@x.pl');
    await userEvent.click(screen.getByRole('combobox', { name: 'Role' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Manager' }));
    expect(screen.getByRole('radio', { name: /Team/ })).toBeChecked();
    await userEvent.click(screen.getByRole('button', { name: 'Make the invitation' }));
    expect(await screen.findByLabelText('The link')).toHaveValue('http://nurt.example/invite?token=abc');
    expect(calls.find((call) => call.method === 'POST')?.body).toEqual({
      email: 'jan@x.pl',
      role: 'manager',
      visibility: 'team',
      teamIds: [],
    });
  });
});
