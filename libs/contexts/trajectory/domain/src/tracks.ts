import { aftercareTrack } from './aftercare/index.js';
import { crisisFreezeTrack } from './crisis-freeze/index.js';
import { debtBuyOutTrack } from './debt-buy-out/index.js';
import { debtsTrack } from './debts/index.js';
import { intakeTrack } from './intake/index.js';
import { learningTrack } from './learning/index.js';
import { planTrack } from './plan/index.js';
import { storyTrack } from './story/index.js';
import { tandemTrack } from './tandem/index.js';

/** The one list: a track that stands here is part of every trajectory. */
export const tracks = {
  intake: intakeTrack,
  story: storyTrack,
  plan: planTrack,
  debts: debtsTrack,
  tandem: tandemTrack,
  crisisFreeze: crisisFreezeTrack,
  debtBuyOut: debtBuyOutTrack,
  aftercare: aftercareTrack,
  learning: learningTrack,
};
