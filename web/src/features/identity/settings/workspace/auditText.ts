import type { TFunction } from 'i18next';
import type { AuditEntry } from './workspace';

/** Every kind of act there is a sentence for; the filter offers them. */
export const AUDIT_KINDS = [
  'signed-in',
  'signed-out',
  'sign-in-failed',
  'sessions-ended',
  'password-changed',
  'password-reset',
  'two-factor-enabled',
  'two-factor-disabled',
  'recovery-codes-renewed',
  'token-created',
  'token-revoked',
  'user-invited',
  'invitation-accepted',
  'reset-link-made',
  'user-changed',
  'team-created',
  'team-changed',
  'team-deleted',
  'workspace-created',
  'workspace-changed',
  'demo.added',
  'demo.removed',
] as const;

const SELF: ReadonlySet<string> = new Set(['two-factor-disabled', 'sessions-ended']);

const text = (value: unknown) =>
  value === null || value === undefined || value === '' ? '–' : String(value);

/** One act as a sentence: who did what, to whom. */
export function auditSentence(entry: AuditEntry, t: TFunction<'identity'>): string {
  const { kind, details } = entry;
  const own = SELF.has(kind) && entry.actor !== null && entry.actor.id === entry.subjectId;
  const key = `identity:audit.kind.${kind}${own ? '-own' : ''}`;
  const values = {
    who: entry.actor?.name ?? t('identity:audit.nobody'),
    subject: entry.subjectName ?? text(details.name ?? details.email),
    name: text(details.name),
    count: Number(details.deals ?? 0),
  };
  return t(key, { ...values, defaultValue: t('identity:audit.other', { ...values, kind }) });
}

export interface AuditChange {
  field: string;
  before: string;
  after: string;
}

/** What an act changed: of a person `[before, after]` per field, of the workspace its two states. */
export function auditChanges({ details }: AuditEntry, t: TFunction<'identity'>): AuditChange[] {
  const word = (field: string, value: unknown) => {
    const known = text(value);
    if (field === 'role') return t(`app:role.${known}`, { defaultValue: known });
    if (field === 'visibility') return t(`identity:people.visible.${known}`, { defaultValue: known });
    if (field === 'status') return t(`identity:people.status.${known}`, { defaultValue: known });
    if (field === 'language') return known === 'pl' ? 'polski' : known === 'en' ? 'English' : known;
    return known;
  };
  const one = (field: string, before: unknown, after: unknown): AuditChange => ({
    field: t(`identity:audit.field.${field}`, { defaultValue: field }),
    before: word(field, before),
    after: word(field, after),
  });
  const { before, after } = details as { before?: Record<string, unknown>; after?: Record<string, unknown> };
  if (before && after) {
    return Object.keys(after)
      .filter((field) => field !== 'version' && text(before[field]) !== text(after[field]))
      .map((field) => one(field, before[field], after[field]));
  }
  return Object.entries(details)
    .filter(
      (each): each is [string, unknown[]] =>
        Array.isArray(each[1]) && each[1].length === 2 && each[0] !== 'scopes',
    )
    .map(([field, [was, is]]) => one(field, was, is));
}
