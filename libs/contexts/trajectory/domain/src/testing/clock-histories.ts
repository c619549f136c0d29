import { isRefused, parseLocalDateTime, toInstant, type CommandMeta } from '@perspectief/kernel';
import { scenariosOf } from '@perspectief/kernel/testing';
import { clocksOf } from '../clocks/clocks-of.js';
import type { TrajectoryClock } from '../clocks/clock.js';
import type { TrajectoryCommand } from '../commands.js';
import type { TrajectoryEvent } from '../events.js';
import type { TrajectoryState } from '../state.js';
import { trajectoryDecider } from '../trajectory.js';
import { HOUSEHOLD, idOf, TRAJECTORY } from './histories.js';
import { standardContext } from './scenario.js';

const { stateOf } = scenariosOf(trajectoryDecider, standardContext);
const trajectoryId = TRAJECTORY;
export type Step = readonly [on: string, type: TrajectoryCommand['type'], data?: object];
interface Dated {
  readonly on: string;
  readonly what: TrajectoryEvent;
}

const metaOn = (on: string): CommandMeta => {
  const at = parseLocalDateTime(on) ?? on;
  const id = idOf(0);
  const actor = { id: 'coach', role: 'neighbourhood-coach' };
  return { commandId: id, correlationId: id, causationId: id, actor, happenedOn: at, now: toInstant(at), nowLocal: at };
};
const step = (past: readonly Dated[], [on, type, data]: Step): readonly Dated[] => {
  const command = { type, data: { trajectoryId, ...data } } as TrajectoryCommand;
  const decision = trajectoryDecider.decide(command, stateOf(past), metaOn(on), standardContext);
  if (isRefused(decision)) throw new Error(`${type} on ${on} is refused: ${decision.refused.code}`);
  return [...past, ...decision.accepted.map((what) => ({ on, what }))];
};
/** The trajectory after these accepted commands, each on its day. */
export const after = (...steps: readonly Step[]): TrajectoryState => stateOf(steps.reduce(step, []));
export const opening = (on: string): Step => [on, 'OpenTrajectory', { householdId: HOUSEHOLD, area: 'beijum', source: 'self' }];
export const received = (on: string, applicationId: string, law: string, kind: string): Step => [on, 'ReceiveApplication', { applicationId, law, kind }];
export const decided = (on: string, applicationId: string, outcome = 'granted'): Step => [on, 'DecideApplication', { applicationId, outcome }];
export const talked = (on: string, applicationId?: string): Step => [on, 'HoldFirstConversation', { place: 'home', applicationId }];
export const threatened = (on: string, threatId: string, threatensOn: string): Step => [on, 'ReportThreat', { threatId, threat: 'eviction', threatensOn }];

export const clocks = (state: TrajectoryState, asOf: string, law?: Parameters<typeof clocksOf>[2]): readonly TrajectoryClock[] =>
  state.phase === 'none' ? [] : clocksOf(state, asOf, law);
/** These fields of the clocks of one rule. */
export const seen = (all: readonly TrajectoryClock[], rule: string, ...fields: readonly (keyof TrajectoryClock)[]) =>
  all.filter((clock) => clock.rule === rule).map((clock) => fields.map((field) => clock[field]));
