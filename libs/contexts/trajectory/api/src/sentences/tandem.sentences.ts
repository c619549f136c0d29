import type { SentencePair } from '@perspectief/edge';
import type { TrajectoryRefusal } from '@perspectief/trajectory-domain';

export const tandemSentences = {
  TANDEM_EXISTS: {
    nl: 'Dit tandem bestaat al. Gebruik een nieuw nummer.',
    en: 'This tandem exists already. Use a new id.',
  },
  TANDEM_RUNNING: {
    nl: 'Er loopt al een tandem. Beëindig dat eerst, of vervang iemand daarin.',
    en: 'A tandem is running already. End it first, or replace someone in it.',
  },
  EXPERT_NOT_CERTIFIED: {
    nl: 'Deze ervaringsdeskundige heeft nog niet alle papieren. Kies iemand anders, of vul de papieren aan.',
    en: 'This expert lacks a certificate or statement. Choose someone else, or complete the papers.',
  },
  EXPERT_AT_CAPACITY: {
    nl: 'Deze ervaringsdeskundige begeleidt al {capacity} huishoudens. Kies iemand anders.',
    en: 'This expert already supports {capacity} households. Choose someone else.',
  },
  EXPERT_DECLINED_BEFORE: {
    nl: 'Het huishouden wilde deze ervaringsdeskundige niet. Kies iemand anders.',
    en: 'The household did not want this expert. Choose someone else.',
  },
  TANDEM_NOT_RUNNING: {
    nl: 'Er loopt nu geen tandem. Stel eerst een tandem voor.',
    en: 'No tandem is running now. Propose a tandem first.',
  },
  TANDEM_PAUSED: {
    nl: 'Het tandem staat op pauze. Laat het eerst verdergaan.',
    en: 'The tandem is paused. Resume it first.',
  },
} as const satisfies Partial<Record<TrajectoryRefusal, SentencePair>>;
