import type { SentencePair } from '@perspectief/edge';
import type { TrajectoryRefusal } from '@perspectief/trajectory-domain';

export const intakeSentences = {
  APPLICATION_EXISTS: {
    nl: 'Deze aanvraag staat er al. Gebruik een nieuw nummer.',
    en: 'This application is there already. Use a new id.',
  },
  UNKNOWN_APPLICATION: {
    nl: 'Deze aanvraag is niet gevonden. Leg de aanvraag eerst vast.',
    en: 'This application was not found. Record the application first.',
  },
  APPLICATION_DECIDED: {
    nl: 'Over deze aanvraag is al beslist. Neem zo nodig een nieuwe aanvraag op.',
    en: 'This application was decided already. Record a new application if needed.',
  },
  INVESTIGATION_RUNNING: {
    nl: 'Het onderzoek loopt nog, tot uiterlijk {due}. Rond het eerst af.',
    en: 'The investigation is still running, until {due} at the latest. Complete it first.',
  },
  TERM_PASSED: {
    nl: 'De termijn is al voorbij sinds {due}. Verlengen kan niet meer; neem zo snel mogelijk een besluit.',
    en: 'The term has passed since {due}. It can no longer be extended; decide as soon as you can.',
  },
  CLOCK_NOT_RUNNING: {
    nl: 'Deze termijn loopt nu niet en kan dus niet stilgezet worden.',
    en: 'This term is not running now, so it cannot be suspended.',
  },
  FIRST_CONVERSATION_HELD: {
    nl: 'Het eerste gesprek is al vastgelegd. Leg een volgend contact vast als contact.',
    en: 'The first conversation was recorded already. Record a later one as a contact.',
  },
  INTAKE_NOT_COMPLETED: {
    nl: 'De intake is nog niet klaar. Rond de intake eerst af.',
    en: 'The intake is not completed. Complete the intake first.',
  },
  FUNDS_RESERVED: {
    nl: 'Er staat nog geld klaar voor een schuldafkoop. Betaal alles uit of stop de afkoop eerst.',
    en: 'Money is still reserved for a buy-out. Pay it all or end the buy-out first.',
  },
} as const satisfies Partial<Record<TrajectoryRefusal, SentencePair>>;
