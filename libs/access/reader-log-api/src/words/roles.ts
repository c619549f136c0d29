import type { SentencePair } from '@perspectief/edge';

const words: Readonly<Record<string, SentencePair>> = {
  'neighbourhood-coach': { nl: 'wijkcoach', en: 'neighbourhood coach' },
  'debt-counsellor': { nl: 'schuldhulpverlener', en: 'debt counsellor' },
  'experience-expert': { nl: 'ervaringsdeskundige', en: 'experience expert' },
  'budget-holder': { nl: 'budgethouder', en: 'budget holder' },
  'household-member': { nl: 'lid van het huishouden', en: 'member of the household' },
  evaluator: { nl: 'onderzoeker', en: 'evaluator' },
  'microdata-evaluator': { nl: 'microdata-onderzoeker', en: 'microdata evaluator' },
  administrator: { nl: 'beheerder', en: 'administrator' },
  'privacy-officer': { nl: 'privacyfunctionaris', en: 'privacy officer' },
  system: { nl: 'het systeem zelf', en: 'the system itself' },
};

export const roleInWords = (role: string): SentencePair => words[role] ?? { nl: 'medewerker', en: 'member of staff' };

/** Of a resident who signs in for another household, or for none. */
export const somebodyElse: SentencePair = { nl: 'Iemand van buiten dit huishouden', en: 'somebody from outside this household' };
export const residentInWords: SentencePair = { nl: 'inwoner', en: 'resident' };
