import type { Entered } from '../api';
import { type DirectoryRecord, isCompany } from '../types';

/** What doubles of a stored record are looked for by. */
export function enteredFrom(record: DirectoryRecord): Entered {
  const given = {
    name: record.name,
    email: record.emails[0]?.value,
    phone: record.phones[0]?.value,
    ...(isCompany(record) && { taxNumber: record.taxNumber, domain: record.domain }),
    except: record.id,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as Entered;
}
