import { registerSentences } from '@perspectief/edge';
import { disclosureRefusals } from '@perspectief/evaluation-disclosure';
import { exportRefusals } from '@perspectief/evaluation-records';
import { studyRefusals } from '@perspectief/evaluation-studies';

/** What only this service says no to. */
const ownSentences = {
  UNKNOWN_JOB: { nl: 'Deze taak is niet bekend.', en: 'This job is not known.' },
  NOT_A_FIGURE: { nl: 'Dit cijfer bestaat niet zo. Kijk naar het veld dat genoemd is.', en: 'There is no such figure. Look at the field that is named.' },
  WORKER_STOPPED: { nl: 'Het werk stopte voor het klaar was. Er is niets half bewaard. Vraag het opnieuw.', en: 'The work stopped before it was done. Nothing half was kept. Ask for it again.' },
  INTERRUPTED: { nl: 'De dienst is opnieuw gestart terwijl dit liep. Er is niets half bewaard. Vraag het opnieuw.', en: 'The service was restarted while this ran. Nothing half was kept. Ask for it again.' },
} as const;
export type OwnRefusal = keyof typeof ownSentences;

registerSentences(studyRefusals);
// Of too few people both speak; what disclosure control says fits both.
const { TOO_FEW: _, ...ofExports } = exportRefusals;
registerSentences(ofExports);
registerSentences(disclosureRefusals);
registerSentences(ownSentences);
