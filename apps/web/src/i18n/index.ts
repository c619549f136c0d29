import i18next, { type BackendModule, type ReadCallback } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { uiWords } from '@perspectief/ui';

export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = 'perspectief.language';

const files = {
  ...import.meta.glob<{ default: object }>('../features/*/locales/*.json'),
  ...import.meta.glob<{ default: object }>('../{commands,terms}/locales/*.json'),
  ...import.meta.glob<{ default: object }>('./locales/*.json'),
};

/** `features/worklist/locales/nl.json` is the Dutch of namespace `worklist`; it comes when a page asks for it. */
const read = async (language: string, namespace: string): Promise<object> => {
  if (namespace === 'ui') return uiWords[language as Language];
  const name = Object.keys(files).find((path) => path.endsWith(`${namespace === 'i18n' ? './' : `/${namespace}/`}locales/${language}.json`));
  const load = name === undefined ? undefined : files[name];
  if (!load) throw new Error(`No words for ${namespace} in ${language}`);
  return (await load()).default;
};

const words: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done: ReadCallback) => void read(language, namespace).then((found) => done(null, { ...found }), (error: Error) => done(error, null)),
};

const kept = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'nl');

/** The words of a page, asked for beside its code. */
export const wordsOf = (namespaces: string | readonly string[]): Promise<void> => i18next.loadNamespaces(namespaces);

/** Dutch unless somebody chose English on this device. Namespace `i18n` holds the words of the frame around every page. */
export const startWords = async (): Promise<void> => {
  await i18next.use(words).use(initReactI18next).init({
    lng: kept(), fallbackLng: false, supportedLngs: [...LANGUAGES], ns: ['i18n', 'ui', 'terms'], defaultNS: 'i18n',
    interpolation: { escapeValue: false }, react: { useSuspense: true },
  });
  document.documentElement.lang = i18next.language;
};

export const chooseLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
};
