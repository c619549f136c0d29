import type { GeneralRefusal } from '@perspectief/kernel';

interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** Every expected no of a study, with its sentence. A code never changes its meaning. */
export const studyRefusals = {
  UNKNOWN_STUDY: { nl: 'Dit onderzoek is niet bekend.', en: 'This study is not known.' },
  UNKNOWN_COHORT: { nl: 'Deze onderzoeksgroep is niet bekend.', en: 'This cohort is not known.' },
  COHORT_EXISTS: { nl: 'Deze onderzoeksgroep bestaat al.', en: 'This cohort exists already.' },
  DATASET_EXISTS: { nl: 'Deze gegevensset bestaat al.', en: 'This data set exists already.' },
  RELEASE_EXISTS: { nl: 'Deze uitgave bestaat al.', en: 'This release exists already.' },
  CARD_INCOMPLETE: { nl: 'De onderzoekskaart is niet volledig ingevuld.', en: 'The study card is not complete.' },
  UNKNOWN_EVENT: { nl: 'Op de kaart staat een gebeurtenis die niet bestaat.', en: 'The card names an event that does not exist.' },
  LOOKS_AHEAD: { nl: 'Wie meedoet, mag alleen afhangen van wat op de begindag bekend was.', en: 'Who is in may hang only on what was known at time zero.' },
  ARM_DEFINED_LATER: { nl: 'Een groep mag niet afhangen van wat pas na de begindag gebeurde.', en: 'An arm may not be defined by what happened after time zero.' },
  OUTCOME_IN_DEFINITION: { nl: 'De uitkomst mag niet ook bepalen wie meedoet of in welke groep.', en: 'The outcome may not also define who is in, or in which arm.' },
  OWN_STUDY: { nl: 'Wie de kaart schreef, keurt haar niet goed.', en: 'Who wrote the card does not approve it.' },
  OTHER_MUNICIPALITIES: { nl: 'Over zaken van een andere gemeente beslist een privacy officer.', en: 'On cases of another municipality a privacy officer decides.' },
  CARD_CHANGED: { nl: 'De kaart is veranderd sinds je haar las.', en: 'The card has changed since you read it.' },
  NOT_APPROVED: { nl: 'Eerst keurt een tweede persoon deze versie van de kaart goed.', en: 'A second person approves this version of the card first.' },
  POSITION_BEHIND: { nl: 'Een gegevensset ligt niet vóór de plek waarop de groep is vastgelegd.', en: 'A data set does not lie before the position at which the cohort was frozen.' },
  BALANCE_FIRST: { nl: 'Eerst de vergelijking van de groepen bij het begin, dan pas uitkomsten.', en: 'The balance of the arms comes first, outcomes after it.' },
  CAUSAL_WORDING: { nl: 'De tekst noemt een oorzaak; de cijfers tonen alleen een verschil tussen groepen.', en: 'The text claims a cause; the figures only show a difference between groups.' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** `COMMAND_ID_REUSED`: somebody else sent another command by that id; its sentence is that of every command. */
export type StudyRefusal = GeneralRefusal | keyof typeof studyRefusals | 'COMMAND_ID_REUSED';
