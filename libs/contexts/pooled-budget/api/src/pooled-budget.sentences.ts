import type { Sentences } from '@perspectief/edge';
import type { GeneralRefusal } from '@perspectief/kernel';
import type { PooledBudgetRefusal } from '@perspectief/pooled-budget-domain';
import { spendingSentences } from './spending.sentences.js';

/** Every expected no of a pot in words; one without does not compile. */
export const pooledBudgetSentences: Sentences<Exclude<PooledBudgetRefusal, GeneralRefusal>> = {
  ...spendingSentences,
  UNKNOWN_BUDGET: {
    nl: 'Dit budget is niet gevonden. Kies een budget uit de lijst.',
    en: 'This budget was not found. Choose a budget from the list.',
  },
  BUDGET_EXISTS: {
    nl: 'Dit budget bestaat al. Gebruik een nieuw nummer.',
    en: 'This budget exists already. Use a new id.',
  },
  UNKNOWN_TRAJECTORY: {
    nl: 'Dit traject is niet gevonden. Controleer het nummer.',
    en: 'This trajectory was not found. Check the id.',
  },
  TRAJECTORY_CLOSED: {
    nl: 'Dit traject is afgesloten. Open een nieuw traject als er weer hulp nodig is.',
    en: 'This trajectory is closed. Open a new one if help is needed again.',
  },
  UNKNOWN_PERSON: {
    nl: 'Deze persoon is niet bekend als medewerker voor dit werk. Kies iemand uit de lijst, of vraag de beheerder.',
    en: 'This person is not known as somebody who does this work. Choose someone from the list, or ask the administrator.',
  },
  UNKNOWN_MANDATE: {
    nl: 'Deze coach heeft geen mandaat. Er is niets in te trekken.',
    en: 'This coach has no mandate. There is nothing to revoke.',
  },
  UNKNOWN_BUY_OUT: {
    nl: 'Deze schuldafkoop is niet gevonden. Maak eerst een voorstel.',
    en: 'This buy-out was not found. Draft one first.',
  },
  BUY_OUT_EXISTS: {
    nl: 'Deze schuldafkoop staat er al. Gebruik een nieuw nummer.',
    en: 'This buy-out is there already. Use a new id.',
  },
  AMOUNT_NOT_POSITIVE: {
    nl: 'Dit bedrag moet meer dan nul zijn. Vul het juiste bedrag in.',
    en: 'This amount must be more than zero. Enter the right amount.',
  },
  YEAR_CLOSED: {
    nl: 'Het jaar {year} is afgesloten. Boek dit in een jaar dat nog open is.',
    en: 'The year {year} is closed. Book this in a year that is still open.',
  },
  WOULD_OVERDRAW: {
    nl: 'Je kunt hooguit {available} terugnemen. Vul een lager bedrag in.',
    en: 'You can take back {available} at most. Enter a lower amount.',
  },
  YEAR_NOT_OVER: {
    nl: 'Het jaar {year} is nog niet voorbij. Sluit het vanaf 31 december af.',
    en: 'The year {year} is not over. Close it from 31 December.',
  },
  EARLIER_YEAR_OPEN: {
    nl: 'Het jaar {year} staat nog open. Sluit dat eerst af.',
    en: 'The year {year} is still open. Close it first.',
  },
};
