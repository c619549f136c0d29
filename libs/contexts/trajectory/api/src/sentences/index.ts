import type { Sentences } from '@perspectief/edge';
import type { GeneralRefusal } from '@perspectief/kernel';
import type { TrajectoryRefusal } from '@perspectief/trajectory-domain';
import { aftercareSentences } from './aftercare.sentences.js';
import { crisisFreezeSentences } from './crisis-freeze.sentences.js';
import { debtBuyOutSentences } from './debt-buy-out.sentences.js';
import { debtsSentences } from './debts.sentences.js';
import { intakeSentences } from './intake.sentences.js';
import { openingSentences } from './opening.sentences.js';
import { planSentences } from './plan.sentences.js';
import { storySentences } from './story.sentences.js';
import { tandemSentences } from './tandem.sentences.js';

/** Every expected no of a trajectory in words; one without does not compile. */
export const trajectorySentences: Sentences<Exclude<TrajectoryRefusal, GeneralRefusal>> = {
  ...openingSentences,
  ...intakeSentences,
  ...storySentences,
  ...planSentences,
  ...debtsSentences,
  ...tandemSentences,
  ...crisisFreezeSentences,
  ...debtBuyOutSentences,
  ...aftercareSentences,
};
