import {
  isRefused, type AnyCommand, type AnyEvent, type CommandMeta, type Decision, type LocalDateTime, type Recorded, type Uuid,
} from '@perspectief/kernel';
import { difference, type Change } from './difference.js';

/** What a decision comes to: the events that follow, or a no with its code. */
export type Outcome = { readonly events: readonly AnyEvent[] } | { readonly refused: string };

/** A decision that goes otherwise under other rules. `hypothetical` ones were never asked for: the rules of then left no room for them. */
export interface DecisionDifference {
  readonly command: string;
  readonly happenedOn: LocalDateTime;
  readonly eventId: Uuid;
  readonly hypothetical: boolean;
  readonly before: string;
  readonly after: string;
  readonly changes: readonly Change[];
}

/** Facts that one command wrote, in order. */
export const byCommand = <Fact extends Recorded>(facts: readonly Fact[]): readonly (readonly [Fact, ...Fact[]])[] => {
  const groups: [Fact, ...Fact[]][] = [];
  for (const fact of facts) {
    const last = groups.at(-1);
    if (last && last[0].commandId === fact.commandId) last.push(fact);
    else groups.push([fact]);
  }
  return groups;
};

/** The decision is made again at the moment at which it was made: it knows no later day than its own. */
export const metaOf = ({ commandId, correlationId, causationId, actor, happenedOn, recordedAt }: Recorded): CommandMeta =>
  ({ commandId, correlationId, causationId, actor, happenedOn, now: recordedAt, nowLocal: happenedOn });

/** What names the rule, or only follows from the rest: a decision that differs in these alone goes no otherwise. */
const incidental: Readonly<Record<string, readonly string[]>> = {
  BuyOutDrafted: ['rule', 'percentages'],
  FreezeRequested: ['rule'],
  FreezeGranted: ['rule'],
  FreezeExtended: ['rule'],
  RelapseFlagged: ['rule'],
};

const essence = ({ type, data }: AnyEvent): AnyEvent => {
  const left = incidental[type] ?? [];
  return { type, data: Object.fromEntries(Object.entries(data).filter(([field]) => !left.includes(field))) };
};

export const outcomeOf = (decision: Decision<AnyEvent>): Outcome =>
  isRefused(decision) ? { refused: decision.refused.code } : { events: decision.accepted.map(essence) };

const inWords = (outcome: Outcome): string =>
  ('refused' in outcome ? `refused: ${outcome.refused}` : outcome.events.map(({ type }) => type).join(', ') || 'nothing');

/** Whether making the decision again under the rules of then gives what was recorded; if not, comparing it says nothing. */
export const reproduces = (outcome: Outcome, recorded: readonly AnyEvent[]): boolean =>
  'events' in outcome && outcome.events.length === recorded.length && outcome.events.every(({ type }, i) => type === recorded[i]?.type);

export const compared = (command: AnyCommand, fact: Recorded, before: Outcome, after: Outcome, hypothetical: boolean): readonly DecisionDifference[] => {
  const changes = difference(before, after);
  if (changes.length === 0) return [];
  return [{ command: command.type, happenedOn: fact.happenedOn, eventId: fact.id, hypothetical, before: inWords(before), after: inWords(after), changes }];
};
