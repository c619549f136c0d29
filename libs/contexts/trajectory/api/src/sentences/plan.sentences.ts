import type { SentencePair } from '@perspectief/edge';
import type { TrajectoryRefusal } from '@perspectief/trajectory-domain';

export const planSentences = {
  NEED_EXISTS: {
    nl: 'Deze hulpvraag staat er al. Gebruik een nieuw nummer.',
    en: 'This need is there already. Use a new id.',
  },
  GOAL_EXISTS: {
    nl: 'Dit doel staat er al. Gebruik een nieuw nummer.',
    en: 'This goal is there already. Use a new id.',
  },
  UNKNOWN_GOAL: {
    nl: 'Dit doel is niet gevonden. Controleer het nummer.',
    en: 'This goal was not found. Check the id.',
  },
  GOAL_CLOSED: {
    nl: 'Dit doel is al bereikt of gestopt. Maak een nieuw doel als dat nodig is.',
    en: 'This goal was reached or dropped. Set a new goal if needed.',
  },
  ACTION_EXISTS: {
    nl: 'Deze actie staat er al. Gebruik een nieuw nummer.',
    en: 'This action is there already. Use a new id.',
  },
  UNKNOWN_ACTION: {
    nl: 'Deze actie is niet gevonden. Controleer het nummer.',
    en: 'This action was not found. Check the id.',
  },
  NO_FIRST_CONVERSATION: {
    nl: 'Er is nog geen eerste gesprek geweest. Voer dat eerst en leg het vast.',
    en: 'No first conversation was held. Hold it first and record it.',
  },
  NO_GOALS: {
    nl: 'Er staan nog geen doelen in het plan. Stel samen met het huishouden een doel op.',
    en: 'The plan holds no goals. Set a goal together with the household.',
  },
  PLAN_NOT_AGREED: {
    nl: 'Het plan is nog niet afgesproken. Spreek het eerst af met het huishouden.',
    en: 'The plan was not agreed. Agree it with the household first.',
  },
} as const satisfies Partial<Record<TrajectoryRefusal, SentencePair>>;
