import type { OpenedTrajectory, TrajectoryEvent } from '@perspectief/trajectory-domain';
import type { Recorded } from '@perspectief/kernel';
import type { Bilingual, EventType, Sentences } from '../sentence.js';
import { aftercareSentences } from './aftercare.js';
import { crisisFreezeSentences } from './crisis-freeze.js';
import { debtBuyOutSentences } from './debt-buy-out.js';
import { debtsSentences } from './debts.js';
import { intakeSentences } from './intake.js';
import { learningSentences } from './learning.js';
import { planSentences } from './plan.js';
import { storySentences } from './story.js';
import { tandemSentences } from './tandem.js';

const sentencesByTrack = {
  intake: intakeSentences,
  story: storySentences,
  plan: planSentences,
  debts: debtsSentences,
  tandem: tandemSentences,
  'crisis-freeze': crisisFreezeSentences,
  'debt-buy-out': debtBuyOutSentences,
  aftercare: aftercareSentences,
  learning: learningSentences,
};

export type TrackName = keyof typeof sentencesByTrack;
export const trackNames = Object.keys(sentencesByTrack) as readonly TrackName[];

/** Complete, or it does not compile: an event without a sentence is missed here. */
const sentences: Sentences<EventType> = {
  ...intakeSentences,
  ...storySentences,
  ...planSentences,
  ...debtsSentences,
  ...tandemSentences,
  ...crisisFreezeSentences,
  ...debtBuyOutSentences,
  ...aftercareSentences,
  ...learningSentences,
};

const tracks = new Map<string, TrackName>(
  trackNames.flatMap((track) => Object.keys(sentencesByTrack[track]).map((type) => [type, track] as const)),
);

export const trackOf = (type: EventType): TrackName => tracks.get(type) ?? 'intake';

export const sentenceOf = (event: Recorded<TrajectoryEvent>, page: OpenedTrajectory): Bilingual =>
  (sentences[event.type] as (event: Recorded<TrajectoryEvent>, page: OpenedTrajectory) => Bilingual)(event, page);
