import type { SentencePair } from '@perspectief/edge';
import type { TrajectoryRefusal } from '@perspectief/trajectory-domain';

export const storySentences = {
  CONTACT_EXISTS: {
    nl: 'Dit contact staat er al. Gebruik een nieuw nummer.',
    en: 'This contact is there already. Use a new id.',
  },
  STORY_EXISTS: {
    nl: 'Dit verhaal staat er al. Pas het aan, of gebruik een nieuw nummer.',
    en: 'This story is there already. Correct it, or use a new id.',
  },
  UNKNOWN_STORY: {
    nl: 'Dit verhaal is niet gevonden. Controleer het nummer.',
    en: 'This story was not found. Check the id.',
  },
  UNKNOWN_EVENT: {
    nl: 'Deze gebeurtenis staat niet in dit traject. Controleer het nummer.',
    en: 'This event is no part of the trajectory. Check the id.',
  },
  ASSESSMENT_EXISTS: {
    nl: 'Deze meting staat er al. Gebruik een nieuw nummer.',
    en: 'This assessment is there already. Use a new id.',
  },
  SCORE_OUT_OF_RANGE: {
    nl: 'Deze score valt buiten de schaal. Kies een getal van {lowest} tot en met {highest}.',
    en: 'This score is outside the scale. Choose a number from {lowest} to {highest}.',
  },
} as const satisfies Partial<Record<TrajectoryRefusal, SentencePair>>;
