import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['en', 'pl'] as const;
export type AppLanguage = (typeof LANGUAGES)[number];

const STORED = 'nurt.language';
type Texts = Record<string, unknown>;
const files = import.meta.glob<Texts>('/src/**/locales/*.json', { import: 'default' });
const loaded = new Set<string>();

/** The folder above `locales` is the namespace: `features/pipeline/locales/pl.json` -> `pipeline`. */
function place(path: string): { namespace: string; language: string } | null {
  const found = /([^/]+)\/locales\/([a-z]{2})\.json$/.exec(path);
  return found?.[1] && found[2] ? { namespace: found[1], language: found[2] } : null;
}

async function load(language: AppLanguage): Promise<void> {
  if (loaded.has(language)) return;
  const mine = Object.entries(files).filter(([path]) => place(path)?.language === language);
  await Promise.all(
    mine.map(async ([path, read]) =>
      i18n.addResourceBundle(language, place(path)?.namespace ?? 'app', await read()),
    ),
  );
  loaded.add(language);
}

export function asLanguage(tag: string | null | undefined): AppLanguage | undefined {
  const short = tag?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((each) => each === short);
}

function firstLanguage(): AppLanguage {
  const wished = [localStorage.getItem(STORED), ...navigator.languages].map(asLanguage);
  return wished.find((each) => each !== undefined) ?? 'en';
}

/** Switches every text and format; remembered on this device for the next sign-in page. */
export async function setLanguage(language: AppLanguage): Promise<void> {
  await load(language);
  localStorage.setItem(STORED, language);
  await i18n.changeLanguage(language);
}

export async function initI18n(language: AppLanguage = firstLanguage()): Promise<typeof i18n> {
  i18n.on('languageChanged', (now) => {
    document.documentElement.lang = now;
  });
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: LANGUAGES,
    defaultNS: 'app',
    ns: ['app'],
    resources: {},
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await load(language);
  await i18n.changeLanguage(language);
  return i18n;
}
