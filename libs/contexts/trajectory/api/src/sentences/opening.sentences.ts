import type { SentencePair } from '@perspectief/edge';
import type { TrajectoryRefusal } from '@perspectief/trajectory-domain';

export const openingSentences = {
  UNKNOWN_TRAJECTORY: {
    nl: 'Dit traject is niet gevonden. Controleer het nummer.',
    en: 'This trajectory was not found. Check the id.',
  },
  TRAJECTORY_CLOSED: {
    nl: 'Dit traject is afgesloten. Open een nieuw traject als er weer hulp nodig is.',
    en: 'This trajectory is closed. Open a new one if help is needed again.',
  },
  TRAJECTORY_EXISTS: {
    nl: 'Dit traject bestaat al. Gebruik een nieuw nummer.',
    en: 'This trajectory exists already. Use a new id.',
  },
  BEFORE_OPENING: {
    nl: 'Deze datum ligt voor de start van het traject. Kies een latere dag.',
    en: 'This date lies before the trajectory opened. Choose a later day.',
  },
  UNKNOWN_HOUSEHOLD: {
    nl: 'Dit huishouden is niet gevonden. Controleer het nummer.',
    en: 'This household was not found. Check the id.',
  },
  HOUSEHOLD_HAS_OPEN_TRAJECTORY: {
    nl: 'Dit huishouden heeft al een lopend traject. Ga verder in dat traject.',
    en: 'This household already has an open trajectory. Go on in that one.',
  },
  HOUSEHOLD_ERASED: {
    nl: 'De gegevens van dit huishouden zijn gewist. Er kan niets meer bij.',
    en: 'The data of this household were erased. Nothing can be added.',
  },
  UNKNOWN_PERSON: {
    nl: 'Deze persoon is niet bekend als medewerker voor dit werk. Kies iemand uit de lijst, of vraag de beheerder.',
    en: 'This person is not known as somebody who does this work. Choose someone from the list, or ask the administrator.',
  },
} as const satisfies Partial<Record<TrajectoryRefusal, SentencePair>>;
