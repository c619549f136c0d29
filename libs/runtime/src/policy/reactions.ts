import { deriveId, type Actor, type Policy, type Recorded, type Uuid } from '@perspectief/kernel';

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
      })),
    );
