import type { Me } from '@/app/session';

/** The id of the person signed in. */
export function myId(me: Me): string {
  return me.user.id;
}
