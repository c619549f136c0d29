import type { DataSource, EntityManager } from 'typeorm';
import type { Actor, Policy, Recorded } from '@perspectief/kernel';
import type { EventStore } from '@perspectief/event-store';
import type { Codec } from '../codec.js';
import type { CommandPath } from '../command/command-path.js';
import { CheckpointMoved, moveCheckpoint, readCheckpoint, type Checkpoint } from '../projection/checkpoints.js';
import type { Complain } from '../projection/projection-runner.js';
import type { HeldStreams } from './held-streams.js';
import { reactionsTo, type PendingReaction } from './reactions.js';

const READER = 'policies';
const VERSION = 1;
const BATCH = 500;

interface ReactionRow {
  readonly command_id: string;
  readonly stream: string;
  readonly type: string;
  readonly data: object;
  readonly happened_on: string;
  readonly actor: Actor;
  readonly correlation_id: string;
  readonly cause_id: string;
}

/**
 * Policies remember: what an event calls for is noted in the transaction that moves their checkpoint, and sent from
 * there with an id derived from policy, cause and index. Sent twice, it acts once (the command's receipt).
 */
export class PolicyRunner {
  constructor(
    private readonly store: EventStore,
    private readonly database: DataSource,
    private readonly codec: Codec,
    private readonly policies: readonly Policy[],
    private readonly path: CommandPath,
    private readonly held: HeldStreams,
    private readonly complain: Complain,
  ) {}

  /** Follows the log until the signal. */
  async run(signal: AbortSignal): Promise<void> {
    const retry = setInterval(() => void this.sendPending().catch((error: unknown) => this.complain('a reaction waits', error)), 2_000);
    while (!signal.aborted) {
      try {
        let at = await readCheckpoint(this.database.manager, READER, VERSION);
        await this.sendPending();
        for await (const events of this.store.subscribe({ after: at.position, batchSize: BATCH, signal })) {
          at = await this.note(at, events);
          await this.sendPending();
        }
      } catch (error) {
        if (error instanceof CheckpointMoved) continue;
        this.complain('policies stumbled', error);
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
    clearInterval(retry);
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
        for (const reaction of reactionsTo(this.policies, this.codec.decode(event))) await this.path.send(requestOf(reaction));
      at = events.at(-1)?.position;
    }
  }

  private async note(from: Checkpoint, events: readonly Recorded[]): Promise<Checkpoint> {
    const position = (events.at(-1) as Recorded).position;
    const reactions = events.flatMap((event) => reactionsTo(this.policies, this.codec.decode(event)));
    await this.database.transaction(async (manager) => {
      for (const reaction of reactions) await this.insert(manager, reaction);
      await moveCheckpoint(manager, READER, from, position);
    });
    return { ...from, position };
  }

  private async insert(manager: EntityManager, reaction: PendingReaction): Promise<void> {
    const { cause } = reaction;
    await manager.query(
      `insert into runtime.reactions (command_id, policy, cause_id, cause_position, n, stream, type, data, happened_on, actor, correlation_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [
        reaction.commandId,
        reaction.policy,
        cause.id,
        cause.position,
        reaction.n,
        cause.stream,
        reaction.type,
        JSON.stringify(reaction.data),
        reaction.happenedOn,
        JSON.stringify(reaction.actor),
        cause.correlationId,
      ],
    );
  }

  /** In order of cause; what touches a held stream waits. Answers how many were sent. */
  private async sendPending(): Promise<number> {
    const rows = (await this.database.query(
      `select command_id, stream, type, data, happened_on, actor, correlation_id, cause_id
         from runtime.reactions where state = 'pending' order by cause_position, n limit ${BATCH}`,
    )) as ReactionRow[];
    let sent = 0;
    for (const row of rows) {
      if (await this.held.isHeld(row.stream)) continue;
      const answer = await this.path.send({
        type: row.type,
        data: row.data,
        commandId: row.command_id,
        happenedOn: row.happened_on,
        actor: row.actor,
        correlationId: row.correlation_id,
        causationId: row.cause_id,
      });
      await this.database.query(
        `update runtime.reactions set state = $2, refused_code = $3, settled_at = clock_timestamp() where command_id = $1`,
        'refused' in answer ? [row.command_id, 'refused', answer.refused.code] : [row.command_id, 'done', null],
      );
      sent += 1;
    }
    return sent;
  }
}

const ignoreMoved = (error: unknown): void => {
  if (!(error instanceof CheckpointMoved)) throw error;
};

const requestOf = ({ commandId, type, data, happenedOn, actor, cause }: PendingReaction) => ({
  commandId,
  type,
  data,
  happenedOn,
  actor,
  correlationId: cause.correlationId,
  causationId: cause.id,
});
