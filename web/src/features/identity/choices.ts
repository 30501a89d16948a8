const COMMON = ['PLN', 'EUR', 'USD', 'GBP', 'CHF', 'CZK', 'SEK', 'NOK', 'DKK', 'HUF', 'RON', 'UAH'];

export interface Choice {
  value: string;
  label: string;
}

/** Currencies with their names, the usual ones of the region first. */
export function currencyChoices(language: string): Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  const rest = Intl.supportedValuesOf('currency').filter((code) => !COMMON.includes(code));
  return [...COMMON, ...rest].map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}

export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Warsaw';
}

export function zoneChoices(): Choice[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), ownZone(), 'UTC']);
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
