import type { CaseworkAction as Action, PolicyRow } from '@perspectief/access';
import type { Actor, Uuid } from '@perspectief/kernel';
import type { Foundation, Look, LookAction, ReaderLog } from '@perspectief/reader-log';
import type { Arguments, Found } from './subjects.js';

export interface Looked {
  readonly actor: Actor;
  readonly what: string;
  readonly action: LookAction;
  readonly row?: PolicyRow | undefined;
  readonly householdIds: readonly Uuid[];
  readonly trajectoryIds?: readonly Uuid[];
  readonly asOf?: unknown;
  readonly startedAt: string;
  readonly seen?: Foundation | undefined;
  /** To be asked whether it runs, in the same statement. */
  readonly session?: string | undefined;
}

/** A household that begins has no file yet when the question is let in, and is in the log from its first day. */
export const begunBy = (action: Action, { householdId }: Arguments, answer: unknown): readonly Uuid[] =>
  action === 'RegisterHousehold' && typeof householdId === 'string' && typeof answer === 'object' && answer !== null && !('code' in answer) ? [householdId] : [];

const distinct = (ids: readonly (Uuid | undefined)[]): readonly Uuid[] => [...new Set(ids.filter((id) => id !== undefined))];

export const householdsIn = (found: readonly Found[]): readonly Uuid[] => distinct(found.map(({ file }) => file?.household.householdId));

export const trajectoriesIn = (found: readonly Found[]): readonly Uuid[] =>
  distinct(found.flatMap(({ named, file }) => (named === 'home' ? [] : (file?.trajectories.map(({ trajectoryId }) => trajectoryId) ?? []))));

/** Tells the reader log; an answer leaves when the log has it. */
export const recordLook = (log: Pick<ReaderLog, 'record'>, looked: Looked): Promise<void> => {
  const { actor, what, action, row, householdIds, trajectoryIds, asOf, startedAt, seen, session } = looked;
  const look: Look = {
    ...{ person: { id: actor.id, role: actor.role }, what, action, householdIds, startedAt },
    purpose: row?.purpose ?? 'support',
    ...(trajectoryIds && { trajectoryIds }),
    ...(row?.law && { law: row.law }),
    ...(typeof asOf === 'string' && { asOf }),
  };
  return log.record(look, seen, session);
};
