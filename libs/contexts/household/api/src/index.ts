import { registerSentences } from '@perspectief/edge';
import { householdSentences } from './household.sentences.js';

registerSentences(householdSentences);

export * from './household.inputs.js';
export { householdOwner } from './household-owner.js';
export { householdSentences } from './household.sentences.js';
