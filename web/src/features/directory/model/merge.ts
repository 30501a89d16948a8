import type { DirectoryRecord } from '../types';

const text = (value: unknown) => JSON.stringify(value ?? null);

function member(record: DirectoryRecord, name: string): unknown {
  const known = record as unknown as Record<string, unknown>;
  if (!name.endsWith('Id')) return known[name];
  return (known[name.slice(0, -2)] as { id: string } | null | undefined)?.id;
}

/** Whether nobody else has changed what a request changes: then it does not conflict with what they did. */
export function untouched(
  read: DirectoryRecord,
  now: DirectoryRecord,
  body: Record<string, unknown>,
): boolean {
  return Object.entries(body).every(([name, value]) => {
    if (name === 'custom') {
      const keys = Object.keys((value ?? {}) as object);
      return keys.every((key) => text(read.custom[key]) === text(now.custom[key]));
    }
    return text(member(read, name)) === text(member(now, name));
  });
}
