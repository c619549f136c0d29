import { notFound, refusedAs, registerSentences, type OtherAnswer, type Refused } from '@perspectief/edge';
import type { Named } from '@perspectief/access';
import type { Found } from './subjects.js';

registerSentences({
  NOT_FOR_YOU: {
    nl: 'Dit hoort niet bij je taak of je gebied.',
    en: 'This is no part of your task or your area.',
  },
});

const UNKNOWN = {
  home: 'UNKNOWN_HOUSEHOLD',
  file: 'UNKNOWN_TRAJECTORY',
  pot: 'UNKNOWN_BUDGET',
  request: 'UNKNOWN_REQUEST',
} as const satisfies Readonly<Record<Exclude<Named, 'place'>, string>>;

/** What is forbidden is not found: the same words as for an id that nobody ever gave. */
export const deniedQuestion = ({ named }: Found): OtherAnswer => notFound(named === 'place' ? UNKNOWN.home : UNKNOWN[named]);

export const deniedCommand = (found: Found | undefined): Refused =>
  found === undefined || found.named === 'place'
    ? refusedAs({ code: 'NOT_FOR_YOU', ...(found && { field: found.argument }) })
    : refusedAs({ code: UNKNOWN[found.named], field: found.argument });
