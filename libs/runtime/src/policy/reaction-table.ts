import type { DataSource, EntityManager } from 'typeorm';
import type { Actor, Otherwise, Uuid } from '@perspectief/kernel';
import type { CommandAnswer, CommandRequest } from '../command/request.js';
import { otherwiseId, type PendingReaction } from './reactions.js';

/** A reaction that was noted and is not settled. */
export interface NotedReaction {
  readonly commandId: Uuid;
  readonly policy: string;
  readonly causePosition: string;
  readonly n: number;
  /** The stream of its cause. */
  readonly stream: string;
  readonly type: string;
  readonly data: object;
  readonly happenedOn: string;
  readonly actor: Actor;
  readonly correlationId: Uuid;
  readonly causeId: Uuid;
}

const NOTE = `insert into runtime.reactions
    (command_id, policy, cause_id, cause_position, n, stream, type, data, happened_on, actor, correlation_id, otherwise)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`;

const PENDING = `select command_id as "commandId", policy, cause_position as "causePosition", n, stream, type, data, happened_on as "happenedOn", actor, correlation_id as "correlationId",
    cause_id as "causeId" from runtime.reactions
   where state = 'pending' and ($2::text is null or (cause_position, n, command_id) > ($2, $3::int, $4::uuid))
   order by cause_position, n, command_id limit $1`;

const FAILED = `update runtime.reactions set attempts = attempts + 1, error = $2 where command_id = $1`;

/** Marks the reaction, and where it was refused notes what follows, in one statement: no death of a process comes between. */
const REFUSED = `with refused as (
    update runtime.reactions set state = 'refused', refused_code = $2, settled_at = clock_timestamp() where command_id = $1 returning *)
  insert into runtime.reactions (command_id, policy, cause_id, cause_position, n, stream, type, data, happened_on, actor, correlation_id)
  select $3::uuid, policy, cause_id, cause_position, n, stream, otherwise->'command'->>'type',
      (otherwise->'command'->'data') || jsonb_build_object(otherwise->>'codeAs', $2::text), happened_on, actor, correlation_id
    from refused where otherwise is not null
  on conflict do nothing`;

const DONE = `update runtime.reactions set state = 'done', refused_code = null, settled_at = clock_timestamp() where command_id = $1`;

const written = (otherwise: Otherwise | undefined): string | null => (otherwise ? JSON.stringify(otherwise) : null);

/** In the transaction that moves the checkpoint. */
export const noteReaction = async (manager: EntityManager, reaction: PendingReaction): Promise<void> => {
  const { cause, commandId, policy, n, type, data, happenedOn, actor, otherwise } = reaction;
  const json = [JSON.stringify(data), happenedOn, JSON.stringify(actor)] as const;
  await manager.query(NOTE, [commandId, policy, cause.id, cause.position, n, cause.stream, type, ...json, cause.correlationId, written(otherwise)]);
};

/** In order of cause, page after page. */
export const pendingReactions = async (database: DataSource, limit: number, after?: NotedReaction): Promise<readonly NotedReaction[]> =>
  (await database.query(PENDING, [limit, after?.causePosition ?? null, after?.n ?? null, after?.commandId ?? null])) as NotedReaction[];

/** The name of the error alone: its message may be personal. */
export const noteFailure = async (database: DataSource, commandId: Uuid, error: unknown): Promise<void> => {
  await database.query(FAILED, [commandId, error instanceof Error ? error.name : 'unknown']);
};

export const settleReaction = async (database: DataSource, commandId: Uuid, answer: CommandAnswer): Promise<void> => {
  if ('refused' in answer) await database.query(REFUSED, [commandId, answer.refused.code, otherwiseId(commandId)]);
  else await database.query(DONE, [commandId]);
};

export const requestNoted = ({ commandId, type, data, happenedOn, actor, correlationId, causeId }: NotedReaction): CommandRequest & { readonly data: object } => ({
  ...{ commandId, type, data, happenedOn, actor, correlationId },
  causationId: causeId,
});
