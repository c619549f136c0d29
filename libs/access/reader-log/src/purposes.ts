import type { Bilingual } from '@perspectief/law';

/** What files are looked at for, in words that the household reads. */
export const purposes = {
  support: { nl: 'hulp aan het huishouden', en: 'support of the household' },
  'debt-help': { nl: 'hulp bij schulden', en: 'help with debts' },
  tandem: { nl: 'steun van een ervaringsdeskundige', en: 'support of an experience expert' },
  spending: { nl: 'beslissen over geld voor het huishouden', en: 'deciding about money for the household' },
  cover: { nl: 'waarnemen voor een collega', en: 'standing in for a colleague' },
  'own-file': { nl: 'het eigen dossier bekijken', en: 'seeing the own file' },
  administration: { nl: 'beheer van mensen, teams en gebieden', en: 'administration of people, teams and areas' },
  oversight: { nl: 'toezicht op privacy', en: 'privacy oversight' },
  evaluation: { nl: 'leren wat helpt, zonder namen', en: 'learning what helps, without names' },
  'break-glass': { nl: 'noodtoegang', en: 'emergency access' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type Purpose = keyof typeof purposes;

const known: Readonly<Record<string, Bilingual>> = purposes;

/** A reason that somebody wrote stands as it was written. */
export const purposeInWords = (purpose: string): Bilingual =>
  (Object.hasOwn(known, purpose) && known[purpose]) || { nl: purpose, en: purpose };
