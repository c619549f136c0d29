import type { Receipt } from '@perspectief/event-store';
import type { CommandAnswer } from './request.js';

/** A no that is not remembered: sent again, it is looked at again. */
export const refusal = (code: string, field: string): CommandAnswer => ({ refused: { code, field }, repeated: false });

/** The id is that of another command. */
export const reused = refusal('COMMAND_ID_REUSED', 'commandId');
export const isReused = (answer: CommandAnswer): boolean => 'refused' in answer && answer.refused.code === 'COMMAND_ID_REUSED';

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
