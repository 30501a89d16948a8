import type { Address } from '../types';

/** An address as it is written on a letter. */
export function addressLines(address: Address): string[] {
  const town = [address.postalCode, address.city].filter(Boolean).join(' ');
  return [address.street, town, address.region, address.country].filter((each): each is string =>
    Boolean(each),
  );
}
