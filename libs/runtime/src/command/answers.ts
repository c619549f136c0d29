import type { Receipt } from '@perspectief/event-store';
import type { CommandAnswer } from './request.js';

/** A no that is not remembered: sent again, it is looked at again. */
export const refusal = (code: string, field: string): CommandAnswer => ({ refused: { code, field }, repeated: false });

export const answerOf = (stream: string, { outcome, repeated }: Receipt): CommandAnswer =>
  'refused' in outcome
    ? { refused: outcome.refused, repeated }
    : {
        accepted: {
          stream,
          version: outcome.accepted.version,
          position: outcome.accepted.positions.at(-1),
          events: outcome.accepted.positions.length,
          repeated,
        },
      };
