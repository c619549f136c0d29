import type { DataSource } from 'typeorm';
import type { Policy, Recorded, Uuid } from '@perspectief/kernel';
import type { EventStore } from '@perspectief/event-store';
import type { Codec } from '../codec.js';
import type { CommandPath } from '../command/command-path.js';
import { pause } from '../pause.js';
import { CheckpointMoved, moveCheckpoint, readCheckpoint, type Checkpoint } from '../projection/checkpoints.js';
import type { Complain } from '../projection/projection-runner.js';
import type { HeldStreams } from './held-streams.js';
import { noteFailure, noteReaction, pendingReactions, requestNoted, settleReaction, type NotedReaction } from './reaction-table.js';
import { otherwiseOf, reactionsTo, requestOf, type PendingReaction } from './reactions.js';

const READER = 'policies';
const VERSION = 1;
const BATCH = 500;
const RETRY = 2_000;

/**
 * Policies remember: what an event calls for is noted in the transaction that moves their checkpoint, and sent from
 * there with an id derived from policy, cause and index. Sent twice, it acts once (the command's receipt).
 */
export class PolicyRunner {
  private sending: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    private readonly database: DataSource,
    private readonly codec: Codec,
    private readonly policies: readonly Policy[],
    private readonly path: CommandPath,
    private readonly held: HeldStreams,
    private readonly complain: Complain,
    /** Where it hears of new events: shared with the projections of this process, where there are any. */
    private readonly tail: Pick<EventStore, 'subscribe'> = store,
  ) {}

  /** Follows the log until the signal. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all([this.follow(signal), this.keepSending(signal)]);
  }

  private async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        let at = await readCheckpoint(this.database.manager, READER, VERSION);
        for await (const events of this.tail.subscribe({ after: at.position, batchSize: BATCH, signal })) {
          at = await this.note(at, events);
          await this.sendPending();
        }
      } catch (error) {
        if (error instanceof CheckpointMoved) continue;
        this.complain('policies stumbled', error);
        await pause(1_000, signal);
      }
    }
  }

  /** What was held, or failed, is tried again. */
  private async keepSending(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.sendPending().catch((error: unknown) => this.complain('reactions wait', error));
      await pause(RETRY, signal);
    }
  }

  /** Notes and sends everything that the log calls for now, and what follows from that. */
  async catchUp(): Promise<void> {
    for (;;) {
      const at = await readCheckpoint(this.database.manager, READER, VERSION);
      const events = await this.store.readAll({ after: at.position, limit: BATCH });
      if (events.length > 0) await this.note(at, events).catch(ignoreMoved);
      if ((await this.sendPending()) === 0 && events.length === 0) return;
    }
  }

  /** Sends at once what events of these streams after a position call for; a story does this under its own clock. */
  async settle(after: string | undefined, streams: ReadonlySet<string>): Promise<string | undefined> {
    let at = after;
    for (;;) {
      const events = await this.store.readAll({ after: at, limit: BATCH });
      if (events.length === 0) return at;
      for (const event of events.filter(({ stream }) => streams.has(stream)))
        for (const reaction of reactionsTo(this.policies, this.codec.decode(event))) await this.sendAtOnce(reaction);
      at = events.at(-1)?.position;
    }
  }

  /**
   * The same for what one command, and what followed from it, called for: whoever was cut short there goes on with this. `events` answers
   * those of the streams that it may have reached, as they are now.
   */
  async settleCausedBy(commandId: Uuid, events: () => Promise<readonly Recorded[]>): Promise<void> {
    const settled = new Set<string>();
    for (;;) {
      const fresh = (await events()).filter(({ id, correlationId }) => correlationId === commandId && !settled.has(id));
      if (fresh.length === 0) return;
      for (const event of fresh.sort((a, b) => (a.position < b.position ? -1 : 1))) {
        settled.add(event.id);
        for (const reaction of reactionsTo(this.policies, this.codec.decode(event))) await this.sendAtOnce(reaction);
      }
    }
  }

  private async note(from: Checkpoint, events: readonly Recorded[]): Promise<Checkpoint> {
    const position = (events.at(-1) as Recorded).position;
    const reactions = events.flatMap((event) => reactionsTo(this.policies, this.codec.decode(event)));
    await this.database.transaction(async (manager) => {
      for (const reaction of reactions) await noteReaction(manager, reaction);
      await moveCheckpoint(manager, READER, from, position);
    });
    return { ...from, position };
  }

  /** And what follows where it is refused. */
  private async sendAtOnce(reaction: PendingReaction): Promise<void> {
    const answer = await this.path.send(requestOf(reaction));
    const next = 'refused' in answer ? otherwiseOf(reaction, answer.refused.code) : undefined;
    if (next) await this.path.send(requestOf(next));
  }

  /** One run after the other. Answers how many were sent. */
  private sendPending(): Promise<number> {
    const run = this.sending.then(() => this.sendAll());
    this.sending = run.catch(() => 0);
    return run;
  }

  /** In order of cause. A stream that is held, or whose reaction failed, waits; the others go on. */
  private async sendAll(): Promise<number> {
    const waiting = new Set<string>();
    let sent = 0;
    let after: NotedReaction | undefined;
    for (;;) {
      const page = await pendingReactions(this.database, BATCH, after);
      for (const noted of page) if (!waiting.has(noted.stream)) sent += await this.sendNoted(noted, waiting);
      after = page.at(-1);
      if (page.length < BATCH) return sent;
    }
  }

  private async sendNoted(noted: NotedReaction, waiting: Set<string>): Promise<number> {
    try {
      if (await this.held.isHeld(noted.stream)) {
        waiting.add(noted.stream);
        return 0;
      }
      await settleReaction(this.database, noted.commandId, await this.path.send(requestNoted(noted)));
      return 1;
    } catch (error) {
      waiting.add(noted.stream);
      this.complain(`a reaction of ${noted.policy} waits`, error);
      await noteFailure(this.database, noted.commandId, error);
      return 0;
    }
  }
}

const ignoreMoved = (error: unknown): void => {
  if (!(error instanceof CheckpointMoved)) throw error;
};
