import type { Refusal } from './refusal.js';

/** What a decision says: facts that follow (none when nothing changes), or a reasoned no. */
export type Decision<Event, Code extends string = string> =
  | { readonly accepted: readonly Event[] }
  | { readonly refused: Refusal<Code> };

export const accept = <Event>(...events: readonly Event[]): { readonly accepted: readonly Event[] } => ({ accepted: events });

export const refuse = <Code extends string>(
  code: Code,
  about: Omit<Refusal<Code>, 'code'> = {},
): { readonly refused: Refusal<Code> } => ({ refused: { code, ...about } });

export const isRefused = <E, C extends string>(decision: Decision<E, C>): decision is { readonly refused: Refusal<C> } =>
  'refused' in decision;

/** A rule says why not, or nothing when it has no objection. */
export type Rule<Code extends string = string> = Refusal<Code> | undefined | false;

/** The first objection in the order given (the order of the domain's tables); without one, the facts. */
export const unless = <Event, Code extends string>(
  rules: readonly Rule<Code>[],
  events: () => readonly Event[],
): Decision<Event, Code> => {
  const objection = rules.find((rule): rule is Refusal<Code> => Boolean(rule));
  return objection ? { refused: objection } : { accepted: events() };
};
