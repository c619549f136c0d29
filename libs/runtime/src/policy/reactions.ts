import { deriveId, type Actor, type Otherwise, type Policy, type Recorded, type Uuid } from '@perspectief/kernel';
import type { CommandRequest } from '../command/request.js';

/** A command that a policy wants sent, ready for the command path. */
export interface PendingReaction {
  readonly commandId: Uuid;
  readonly policy: string;
  readonly cause: Recorded;
  readonly n: number;
  readonly type: string;
  readonly data: object;
  readonly happenedOn: string;
  readonly actor: Actor;
  readonly otherwise?: Otherwise | undefined;
}

/** What these policies want because of this event: the same event always gives the same commands, with the same ids. */
export const reactionsTo = (policies: readonly Policy[], cause: Recorded): PendingReaction[] =>
  policies
    .filter((policy) => policy.on.includes(cause.type))
    .flatMap((policy) =>
      policy.react(cause).map((reaction, n) => ({
        commandId: reaction.commandId ?? deriveId('policy', policy.name, cause.id, n),
        policy: policy.name,
        cause,
        n,
        type: reaction.command.type,
        data: reaction.command.data,
        happenedOn: reaction.happenedOn ?? cause.happenedOn,
        actor: reaction.actor ?? { id: `policy:${policy.name}`, role: 'system' },
        otherwise: reaction.otherwise,
      })),
    );

export const otherwiseId = (commandId: Uuid): Uuid => deriveId('otherwise', commandId);

/** What follows on a refusal; its id is derived from that of the refused command, so that it too is sent once. */
export const otherwiseOf = (reaction: PendingReaction, code: string): PendingReaction | undefined => {
  const { otherwise, commandId } = reaction;
  if (!otherwise) return undefined;
  const { type, data } = otherwise.command;
  return { ...reaction, commandId: otherwiseId(commandId), type, data: { ...data, [otherwise.codeAs]: code }, otherwise: undefined };
};

export const requestOf = ({ commandId, type, data, happenedOn, actor, cause }: PendingReaction): CommandRequest & { readonly data: object } => ({
  commandId,
  type,
  data,
  happenedOn,
  actor,
  correlationId: cause.correlationId,
  causationId: cause.id,
});
