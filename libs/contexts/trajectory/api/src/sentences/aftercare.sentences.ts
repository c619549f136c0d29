import type { SentencePair } from '@perspectief/edge';
import type { TrajectoryRefusal } from '@perspectief/trajectory-domain';

export const aftercareSentences = {
  AFTERCARE_RUNNING: {
    nl: 'De nazorg loopt al. Je hoeft die niet opnieuw te starten.',
    en: 'Aftercare is running already. It need not be started again.',
  },
  AFTERCARE_NOT_RUNNING: {
    nl: 'Er loopt nu geen nazorg. Start de nazorg eerst.',
    en: 'Aftercare is not running now. Start aftercare first.',
  },
  CHECK_IN_EXISTS: {
    nl: 'Dit nazorggesprek staat er al. Gebruik een nieuw nummer.',
    en: 'This check-in is there already. Use a new id.',
  },
  UNKNOWN_CHECK_IN: {
    nl: 'Dit nazorggesprek is niet gepland. Controleer het nummer.',
    en: 'This check-in was not planned. Check the number.',
  },
  CHECK_INS_OPEN: {
    nl: 'Er staan nog {open} nazorggesprekken open. Rond die eerst af.',
    en: 'There are still {open} check-ins open. Finish them first.',
  },
  BOTTLENECK_EXISTS: {
    nl: 'Dit knelpunt is al gemeld. Gebruik een nieuw nummer.',
    en: 'This bottleneck was reported already. Use a new id.',
  },
} as const satisfies Partial<Record<TrajectoryRefusal, SentencePair>>;
