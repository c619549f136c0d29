import type { EventStore } from '@perspectief/event-store';
import type { KeyHolder } from '@perspectief/kernel';
import { CommandPath, type AnyStreamOwner, type Clock, type CommandAnswer, type CommandRequest } from '@perspectief/runtime';
import type { Meters } from './meters.js';

const NOT_CLEARED = 'not-cleared';

/** Refused before anything is decided: `send` never hears of these. */
const AT_THE_DOOR: ReadonlySet<string> = new Set(['UNKNOWN_COMMAND', 'INVALID_INPUT']);

const outcomeOf = (answer: CommandAnswer): string => {
  if ('refused' in answer) return answer.repeated ? 'repeated' : answer.refused.code;
  return answer.accepted.repeated ? 'repeated' : 'accepted';
};

/** The command path, counted. */
export class MeasuredPath extends CommandPath {
  private readonly known: ReadonlySet<string>;

  constructor(store: EventStore, owners: readonly AnyStreamOwner[], clock: Clock, keys: KeyHolder, private readonly meters: Meters) {
    super(store, owners, clock, keys);
    this.known = new Set(this.commandTypes());
  }

  override async handle(request: CommandRequest): Promise<CommandAnswer> {
    const answer = await super.handle(request);
    const outcome = outcomeOf(answer);
    // Whoever sends a name that is none must not make a series of it.
    if (AT_THE_DOOR.has(outcome)) this.meters.count({ type: this.known.has(request.type) ? request.type : 'unknown', outcome });
    return answer;
  }

  override async send(request: CommandRequest & { readonly data: object }): Promise<CommandAnswer> {
    let outcome = 'failed';
    // Its look could not be written: it is let in again, or not.
    request.cleared?.when.catch(() => { outcome = NOT_CLEARED; });
    try {
      const answer = await this.meters.timeCommand(() => super.send(request));
      outcome = outcomeOf(answer);
      return answer;
    } finally {
      if (!AT_THE_DOOR.has(outcome)) this.meters.count({ type: request.type, outcome });
    }
  }
}
