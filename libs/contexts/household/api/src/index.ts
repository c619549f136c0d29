import type { Type } from '@nestjs/common';
import { commandResolver, registerSentences } from '@perspectief/edge';
import { householdInputs } from './household.inputs.js';
import { householdSentences } from './household.sentences.js';

registerSentences(householdSentences);

export * from './household.inputs.js';
export { householdQueries } from './queries/index.js';
export { householdOwner } from './household-owner.js';
export { householdSentences } from './household.sentences.js';

/** What the service offers of this context. */
export const householdResolvers: readonly Type[] = [commandResolver(householdInputs)];
