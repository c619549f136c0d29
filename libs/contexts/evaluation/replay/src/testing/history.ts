import { deriveId, isRefused, toInstant, type AnyCommand, type AnyEvent, type CommandMeta, type Decider, type LocalDateTime, type Recorded } from '@perspectief/kernel';
import { dutchLaw } from '@perspectief/law';
import { pooledBudgetDecider, type PooledBudgetCommand, type PooledBudgetContext } from '@perspectief/pooled-budget-domain';
import { trajectoryDecider, type TrajectoryCommand, type TrajectoryContext } from '@perspectief/trajectory-domain';
import type { PotFact, TrajectoryFact } from '../facts.js';

/** Day or time, command, and where it matters the day on which it was written down. */
export type Told<C extends AnyCommand> = readonly [on: string, command: C, recorded?: string];

export const idOf = (...words: readonly string[]): string => deriveId('evaluation spec', ...words);
export const eventIdOf = (stream: string, version: number): string => idOf(stream, 'event', String(version));

/** What the deciders make of the commands: facts as a log would hold them. @throws Error where a command is refused. */
const recorded = <State, E extends AnyEvent, C extends AnyCommand, Context>(
  stream: string, decider: Decider<State, C, E, Context>, contextOf: (facts: readonly Recorded<E>[]) => Context, told: readonly Told<C>[],
): readonly Recorded<E>[] => {
  const facts: Recorded<E>[] = [];
  let state = decider.initial;
  told.forEach(([on, command, writtenOn], index) => {
    const happenedOn: LocalDateTime = on.length === 10 ? `${on}T00:00:00` : `${on}:00`;
    const recordedAt = toInstant(`${writtenOn ?? happenedOn.slice(0, 10)}T17:00:00`);
    const commandId = idOf(stream, 'command', String(index));
    const actor = { id: 'coach', role: 'neighbourhood-coach' };
    const meta: CommandMeta = { commandId, correlationId: commandId, causationId: commandId, actor, happenedOn, now: recordedAt, nowLocal: '2199-01-01T00:00:00' };
    const decision = decider.decide(command, state, meta, contextOf(facts));
    if (isRefused(decision)) throw new Error(`${command.type} on ${on}: ${decision.refused.code}`);
    for (const event of decision.accepted) {
      const streamVersion = facts.length + 1;
      const envelope = { id: eventIdOf(stream, streamVersion), stream, streamVersion, schemaVersion: 1, position: String(streamVersion).padStart(20, '0'), happenedOn, recordedAt, actor };
      const fact = { ...event, ...envelope, commandId, correlationId: commandId, causationId: commandId, municipality: 'groningen' } as unknown as Recorded<E>;
      facts.push(fact);
      state = decider.evolve(state, fact);
    }
  });
  return facts;
};

const household = { id: idOf('household'), municipality: 'groningen' };
const expert = { id: 'expert', role: 'experience-expert', qualification: 'certified', secrecySignedOn: '2020-01-01', conductCertificateOn: '2020-01-01', capacity: 9 } as const;
const context: TrajectoryContext = { law: dutchLaw, household, people: { coach: { id: 'coach', role: 'neighbourhood-coach' }, expert }, runningTandems: {}, eventIds: [] };

const potContext: PooledBudgetContext = { law: (day) => dutchLaw.on(day), trajectory: { exists: true, open: true }, people: { coach: { id: 'coach', role: 'neighbourhood-coach' } } };

export const trajectoryHistory = (name: string, told: readonly Told<TrajectoryCommand>[], more: Partial<TrajectoryContext> = {}): readonly TrajectoryFact[] =>
  recorded(`trajectory-${idOf(name)}`, trajectoryDecider, (facts) => ({ ...context, ...more, eventIds: facts.map(({ id }) => id) }), told);

export const potHistory = (name: string, told: readonly Told<PooledBudgetCommand>[]): readonly PotFact[] =>
  recorded(`pooledBudget-${idOf(name)}`, pooledBudgetDecider, () => potContext, told);

/** The same facts as a log with other keys would give them: every personal text another token. */
export const sealedOtherwise = <Fact extends Recorded>(facts: readonly Fact[], personal: readonly string[]): readonly Fact[] =>
  facts.map((fact) => ({
    ...fact,
    data: Object.fromEntries(Object.entries(fact.data).map(([key, value]) => [key, personal.includes(key) ? `sealed:${fact.id}:${key}` : value])),
  }));
