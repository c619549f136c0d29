import type { SentencePair } from '@perspectief/edge';
import type { TrajectoryRefusal } from '@perspectief/trajectory-domain';

export const crisisFreezeSentences = {
  THREAT_EXISTS: {
    nl: 'Deze dreiging staat er al. Gebruik een nieuw nummer.',
    en: 'This threat is there already. Use a new id.',
  },
  UNKNOWN_THREAT: {
    nl: 'Deze dreiging is niet gevonden. Meld de dreiging eerst.',
    en: 'This threat was not found. Report the threat first.',
  },
  THREAT_CLOSED: {
    nl: 'Deze dreiging is al afgesloten. Meld een nieuwe dreiging als dat nodig is.',
    en: 'This threat was closed. Report a new threat if needed.',
  },
  FREEZE_EXISTS: {
    nl: 'Deze pauze staat er al. Gebruik een nieuw nummer.',
    en: 'This freeze is there already. Use a new id.',
  },
  UNKNOWN_FREEZE: {
    nl: 'Deze pauze is niet gevonden. Vraag de pauze eerst aan.',
    en: 'This freeze was not found. Request the freeze first.',
  },
  FREEZE_TOO_LONG: {
    nl: 'Deze pauze is langer dan mag. De laatste dag is {latest}.',
    en: 'This freeze is longer than allowed. The last day is {latest}.',
  },
  NOT_A_NARROW_THREAT: {
    nl: 'Voor deze dreiging bestaat geen smal moratorium. Kies een ander middel.',
    en: 'No narrow moratorium exists for this threat. Choose another instrument.',
  },
  BROAD_CONDITIONS_OPEN: {
    nl: 'Voor een breed moratorium ontbreekt nog: {open}. Vul dit aan.',
    en: 'A broad moratorium still lacks: {open}. Add this.',
  },
  BROAD_USED_BEFORE: {
    nl: 'Dit huishouden had al een breed moratorium, op {last}. Kies een ander middel.',
    en: 'This household had a broad moratorium before, on {last}. Choose another instrument.',
  },
  FREEZE_RUNNING: {
    nl: 'Er loopt al een pauze. Wacht tot die voorbij is, of hef die eerst op.',
    en: 'A freeze is running already. Wait until it ends, or lift it first.',
  },
  FREEZE_DECIDED: {
    nl: 'Over deze pauze is al beslist. Vraag zo nodig een nieuwe aan.',
    en: 'This freeze was decided already. Request a new one if needed.',
  },
  FREEZE_NOT_RUNNING: {
    nl: 'Deze pauze loopt niet. Bekijk eerst hoe het ervoor staat.',
    en: 'This freeze is not running. Look at where things stand first.',
  },
  TASK_EXISTS: {
    nl: 'Deze taak staat er al. Gebruik een nieuw nummer.',
    en: 'This task is there already. Use a new id.',
  },
  UNKNOWN_TASK: {
    nl: 'Deze taak is niet gevonden. Controleer het nummer.',
    en: 'This task was not found. Check the id.',
  },
} as const satisfies Partial<Record<TrajectoryRefusal, SentencePair>>;
