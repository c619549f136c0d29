import { dayOf, deriveId, startOf, toLocal, type AnyCommand, type BusinessDate } from '@perspectief/kernel';
import type { CommandPath } from '../command/command-path.js';
import type { Clock } from '../clock.js';
import type { HeldStreams } from './held-streams.js';
import { pause } from '../pause.js';
import type { Complain } from '../projection/projection-runner.js';

/** Something that time alone brings about on a day: a freeze that expires, an offer that lapses. */
export interface Deadline {
  readonly stream: string;
  /** Unique within the stream. */
  readonly key: string;
  /** The day after the last day. */
  readonly actsOn: BusinessDate;
  readonly command: AnyCommand;
}

/** Where deadlines are kept: a read model, so that asking costs one indexed query. */
export interface DeadlineSource {
  dueOn(day: BusinessDate, streams?: readonly string[]): Promise<readonly Deadline[]>;
}

const ACTOR = { id: 'clock', role: 'system' };

/** Time passing, as commands. Each has an id derived from stream, deadline and day: run twice, it acts once. */
export class ClockDriver {
  constructor(
    private readonly source: DeadlineSource,
    private readonly path: CommandPath,
    private readonly clock: Clock,
    private readonly held: HeldStreams,
    private readonly complain: Complain,
  ) {}

  /** Sends what is due by now; a story names its own streams, which it holds itself. Answers how many acted now. One that fails waits alone. */
  async tick(streams?: readonly string[]): Promise<number> {
    const due = await this.source.dueOn(dayOf(toLocal(this.clock.now())), streams);
    let sent = 0;
    for (const deadline of due) {
      if (!streams && (await this.held.isHeld(deadline.stream))) continue;
      sent += await this.act(deadline).catch((error: unknown) => {
        this.complain('a deadline waits', error);
        return 0;
      });
    }
    return sent;
  }

  /** Ticks until the signal. */
  async run(signal: AbortSignal, everyMs = 30_000): Promise<void> {
    while (!signal.aborted) {
      await this.tick().catch((error: unknown) => this.complain('the clock stumbled', error));
      await pause(everyMs, signal);
    }
  }

  private async act({ stream, key, actsOn, command }: Deadline): Promise<number> {
    const answer = await this.path.send({
      type: command.type,
      data: command.data,
      commandId: deriveId('clock', stream, key, actsOn),
      happenedOn: startOf(actsOn),
      actor: ACTOR,
    });
    return 'accepted' in answer && !answer.accepted.repeated ? 1 : 0;
  }
}
