import { isRefused, parseLocalDateTime, startOf, type CommandMeta, type Decision, type Recorded } from '@perspectief/kernel';
import { scenariosOf } from '@perspectief/kernel/testing';
import { lawOn } from '@perspectief/law';
import type { PooledBudgetCommand } from '../commands.js';
import type { PooledBudgetContext } from '../context.js';
import type { PooledBudgetEvent } from '../events.js';
import { pooledBudgetDecider } from '../pooled-budget.js';
import type { OpenedBudget, PooledBudgetState } from '../state.js';
import { contribute, grant, open } from './commands.js';
import { idOf } from './ids.js';

export const standardContext: PooledBudgetContext = {
  law: lawOn,
  trajectory: { exists: true, open: true },
  people: Object.fromEntries(['coach', 'other-coach', 'holder1', 'holder2'].map((id) => [id, { id, role: id.startsWith('holder') ? 'budget-holder' : 'neighbourhood-coach' }])),
};

const { scenario } = scenariosOf(pooledBudgetDecider, standardContext);
export { scenario };

export type Step = readonly [on: string, as: string, command: PooledBudgetCommand];

const local = (on: string): string => (on.length === 10 ? startOf(on) : (parseLocalDateTime(on) ?? on));
const ids = { commandId: idOf(901), correlationId: idOf(902), causationId: idOf(903) };

/** A story's own clock: it happens now. */
export const metaOf = (on: string, actor: string): CommandMeta => ({
  ...ids,
  actor: { id: actor, role: actor },
  happenedOn: local(on),
  now: `${local(on)}.000Z`,
  nowLocal: local(on),
});

const recorded = (event: PooledBudgetEvent, on: string, as: string): Recorded<PooledBudgetEvent> => {
  const { now: recordedAt, nowLocal: _, ...meta } = metaOf(on, as);
  const place = { id: idOf(904), stream: 'pot', streamVersion: 1, schemaVersion: 1, position: '1', municipality: 'groningen' };
  return { ...event, ...meta, ...place, recordedAt };
};

export const decideAs = (state: PooledBudgetState, [on, as, command]: Step, context = standardContext): Decision<PooledBudgetEvent> =>
  pooledBudgetDecider.decide(command, state, metaOf(on, as), context);

export const evolveWith = (state: PooledBudgetState, on: string, as: string, events: readonly PooledBudgetEvent[]): PooledBudgetState =>
  events.reduce<PooledBudgetState>((sofar, event) => pooledBudgetDecider.evolve(sofar, recorded(event, on, as)), state);

/** The state after these steps, all accepted. */
export const played = (...steps: readonly Step[]): PooledBudgetState =>
  steps.reduce<PooledBudgetState>((state, step) => {
    const decision = decideAs(state, step);
    if (isRefused(decision)) throw new Error(`${step[2].type} on ${step[0]} is refused: ${decision.refused.code}`);
    return evolveWith(state, step[0], step[1], decision.accepted);
  }, pooledBudgetDecider.initial);

/** The sentence starts from these accepted steps, each by its own actor. */
export const after = (title: string, ...steps: readonly Step[]): ReturnType<typeof scenario> => {
  let state: PooledBudgetState = pooledBudgetDecider.initial;
  let chain: ReturnType<typeof scenario> = scenario(title);
  for (const step of steps) {
    const [on, as, command] = step;
    const decision = decideAs(state, step);
    if (isRefused(decision)) throw new Error(`${title}: ${command.type} on ${on} is refused: ${decision.refused.code}`);
    state = evolveWith(state, on, as, decision.accepted);
    chain = chain.given(on, ...decision.accepted);
  }
  return chain;
};

/** A pot with 4200.00 of four domains in 2024 and 1000.00 of one in 2025, and a coach who decides alone up to 500.00. */
export const filled: readonly Step[] = [
  ['2024-01-01', 'holder1', open()],
  ['2024-01-01', 'holder1', contribute(2024, 'jeugd', 90_000)],
  ['2024-01-01', 'holder1', contribute(2024, 'wmo', 120_000)],
  ['2024-01-01', 'holder1', contribute(2024, 'participatiewet', 150_000)],
  ['2024-01-01', 'holder1', contribute(2024, 'schuldhulp', 60_000)],
  ['2024-01-01', 'holder1', contribute(2025, 'jeugd', 100_000)],
  ['2024-01-01', 'holder1', grant()],
];

/** The pot that a spec knows to be open. */
export const pot = (state: PooledBudgetState): OpenedBudget => {
  if (state.phase === 'none') throw new Error('no pot was opened');
  return state;
};
