import type { SentencePair } from '@perspectief/edge';
import type { TrajectoryRefusal } from '@perspectief/trajectory-domain';

export const debtBuyOutSentences = {
  BUY_OUT_EXISTS: {
    nl: 'Deze schuldafkoop staat er al. Gebruik een nieuw nummer.',
    en: 'This buy-out is there already. Use a new id.',
  },
  UNKNOWN_BUY_OUT: {
    nl: 'Deze schuldafkoop is niet gevonden. Maak eerst een voorstel.',
    en: 'This buy-out was not found. Draft one first.',
  },
  UNKNOWN_BUDGET: {
    nl: 'Dit budget is niet gevonden. Kies een budget uit de lijst.',
    en: 'This budget was not found. Choose a budget from the list.',
  },
  DEBT_INVENTORY_OPEN: {
    nl: 'De schuldenlijst is nog niet vastgesteld. Stel de lijst eerst vast.',
    en: 'The list of debts is not confirmed. Confirm the list first.',
  },
  NO_PROTECTED_AMOUNT: {
    nl: 'Het vrij te laten bedrag ontbreekt. Leg dat eerst vast.',
    en: 'The protected amount is missing. Record it first.',
  },
  NOTHING_TO_OFFER: {
    nl: 'Er is geen geld om aan te bieden. Kies een nulaanbod en leg uit waarom.',
    en: 'There is no money to offer. Choose a zero offer and explain why.',
  },
  BUY_OUT_RUNNING: {
    nl: 'Er loopt al een schuldafkoop. Rond die af of stop die eerst.',
    en: 'A buy-out is running already. Finish it or end it first.',
  },
  OFFERS_NOT_SENT: {
    nl: 'De aanbiedingen zijn nog niet verstuurd. Verstuur ze eerst.',
    en: 'The offers were not sent. Send them first.',
  },
  OFFER_ANSWERED: {
    nl: 'Deze schuldeiser heeft al geantwoord. Alleen een weigering kan nog een akkoord worden.',
    en: 'This creditor answered already. Only a refusal can still become an agreement.',
  },
  NO_REFUSAL: {
    nl: 'Geen enkele schuldeiser heeft geweigerd. Een dwangakkoord is dus niet nodig.',
    en: 'No creditor has refused. So a forced settlement is not needed.',
  },
  NOT_SAVED: {
    nl: 'Nog niet alle maanden zijn gespaard. Betaal pas als alles binnen is.',
    en: 'Not all months have been saved. Pay when everything has come in.',
  },
  NOT_ALL_AGREED: {
    nl: 'Nog niet alle schuldeisers zijn akkoord. Wacht op de antwoorden.',
    en: 'Not all creditors have agreed. Wait for their answers.',
  },
  NOT_FUNDED: {
    nl: 'Er is nog geen geld voor deze afkoop. Vraag het geld eerst aan.',
    en: 'There is no money for this buy-out. Request the funding first.',
  },
  CREDITOR_PAID: {
    nl: 'Deze schuldeiser is al betaald. Er hoeft niets meer te gebeuren.',
    en: 'This creditor was paid already. Nothing more is needed.',
  },
  REPAYMENT_RECEIVED: {
    nl: 'Deze termijn is al helemaal ontvangen. Controleer het nummer.',
    en: 'This instalment was received in full already. Check the number.',
  },
  EXCEEDS_INSTALMENT: {
    nl: 'Dit is meer dan de termijn die nog openstaat. Verdeel het over meer termijnen.',
    en: 'This is more than what is open of the instalment. Divide it over more instalments.',
  },
} as const satisfies Partial<Record<TrajectoryRefusal, SentencePair>>;
