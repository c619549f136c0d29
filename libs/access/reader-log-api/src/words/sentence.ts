import type { SentencePair } from '@perspectief/edge';
import type { BusinessDate } from '@perspectief/kernel';
import { purposeInWords, type Deed, type LookAction, type Visit } from '@perspectief/reader-log';
import { pageInWords } from './pages.js';
import { hasPart, partInWords } from './parts.js';

type Language = keyof SentencePair;
type Clause = readonly [verb: string, object: string];

/** What matters most is said first. */
const order: readonly LookAction[] = ['break-glass', 'exported', 'write', 'read', 'listed', 'denied'];

const clauses: Readonly<Record<LookAction, Readonly<Record<Language, (things: string) => Clause>>>> = {
  read: { nl: (things) => ['bekeek', things], en: (things) => ['looked', `at ${things}`] },
  listed: { nl: (things) => ['zag', `het huishouden in ${things}`], en: (things) => ['saw', `the household in ${things}`] },
  write: { nl: (things) => ['wijzigde', things], en: (things) => ['changed', things] },
  exported: { nl: (things) => ['maakte', `een bestand van ${things}`], en: (things) => ['made', `a file of ${things}`] },
  denied: { nl: (things) => ['probeerde', `toegang te krijgen tot ${things}, maar kreeg die niet`], en: (things) => ['tried', `to reach ${things}, and was refused`] },
  'break-glass': { nl: (things) => ['gebruikte', `noodtoegang voor ${things}`], en: (things) => ['used', `emergency access for ${things}`] },
};

const AND: Readonly<Record<Language, string>> = { nl: ' en ', en: ' and ' };
const PURPOSE: Readonly<Record<Language, string>> = { nl: 'Doel', en: 'Purpose' };
const LOCALE: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

const dateWriters = Object.fromEntries(
  (['nl', 'en'] as const).map((language) => [
    language,
    new Intl.DateTimeFormat(LOCALE[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  ]),
) as Readonly<Record<Language, Intl.DateTimeFormat>>;

const dateInWords = (day: BusinessDate, language: Language): string => dateWriters[language].format(Date.parse(`${day}T00:00:00Z`));

const thingOf = ({ what }: Pick<Deed, 'what'>): SentencePair => (hasPart(what) ? partInWords(what) : pageInWords(what));

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const listed = (texts: readonly string[], language: Language): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')}${AND[language]}${texts.at(-1) ?? ''}`;

/** In Dutch the day follows the first verb. */
const happened: Readonly<Record<Language, (who: string, date: string, told: readonly Clause[]) => string>> = {
  nl: (who, date, told) => `${who} ${told.map(([verb, object], n) => (n === 0 ? `${verb} op ${date} ${object}` : `${verb} ${object}`)).join(AND.nl)}`,
  en: (who, date, told) => `On ${date} ${who} ${told.map((clause) => clause.join(' ')).join(AND.en)}`,
};

const said = (who: string, day: BusinessDate, deeds: readonly Deed[], language: Language): string => {
  const told = order.flatMap((action) => {
    const own = deeds.filter((deed) => deed.action === action);
    if (own.length === 0) return [];
    return [clauses[action][language](listed(unique(own.map((deed) => thingOf(deed)[language])), language))];
  });
  const purposes = unique(deeds.map(({ purpose }) => purposeInWords(purpose)[language]));
  return `${happened[language](who, dateInWords(day, language), told)}. ${PURPOSE[language]}: ${listed(purposes, language)}.`;
};

/** "Coach Beijum 1 bekeek op 19 november 2026 het plan en de voortgang. Doel: hulp bij schulden." */
export const visitInWords = (who: SentencePair, { day, deeds }: Pick<Visit, 'day' | 'deeds'>): SentencePair => ({
  nl: said(who.nl, day, deeds, 'nl'),
  en: said(who.en, day, deeds, 'en'),
});

export const deedInWords = (who: SentencePair, day: BusinessDate, deed: Deed): SentencePair => visitInWords(who, { day, deeds: [deed] });
