import { accept, isRefused, type Decision } from '../decision.js';
import type { AnyCommand, CommandMeta } from '../command.js';
import { fold, type Decider } from '../decider.js';
import type { AnyEvent, Recorded } from '../event.js';
import { deriveId } from '../ids.js';
import { parseLocalDateTime, toInstant } from '../time.js';

interface Dated<T> {
  readonly on: string;
  readonly what: T;
}

/** The n-th event of a scenario has this id: what a spec about corrections refers to. */
export const eventIdOf = (n: number): string => deriveId('scenario', 'event', n);

const local = (on: string): string => {
  const read = parseLocalDateTime(on);
  if (!read) throw new Error(`not a date: ${on}`);
  return read;
};

const metaOf = (on: string, n: number, actor: string, now?: string): CommandMeta => ({
  commandId: deriveId('scenario', 'command', n),
  correlationId: deriveId('scenario'),
  causationId: deriveId('scenario'),
  actor: { id: actor, role: actor },
  happenedOn: local(on),
  now: toInstant(local(now ?? on)),
  nowLocal: local(now ?? on),
});

export interface Outcome<State, E extends AnyEvent> {
  /** The command is a new fact each time: sending it again may write again. */
  mayRepeat(): Outcome<State, E>;
  then(...events: readonly E[]): void;
  /** Only the types, for commands whose data are told elsewhere. */
  thenTypes(...types: readonly E['type'][]): void;
  nothing(): void;
  refused(code: string, about?: object): void;
  thenState(look: (state: State) => unknown, expected: unknown): void;
}

export interface Chain<State, C extends AnyCommand, E extends AnyEvent, Context> {
  /** Knowing this of the directory and of other streams. */
  knowing(known: Partial<Context>): Chain<State, C, E, Context>;
  /** These facts, all on one day. */
  given(on: string, ...events: readonly E[]): Chain<State, C, E, Context>;
  /** These accepted commands, in order, each on its day. */
  after(...commands: (readonly [on: string, command: C])[]): Chain<State, C, E, Context>;
  when(on: string, command: C, as?: { actor?: string; now?: string }): Outcome<State, E>;
}

/**
 * Given/when/then for a decider. Each chain ends in a sentence that jest runs:
 * `scenario('a closed household takes no members').given(...).when(...).refused('HOUSEHOLD_ERASED')`.
 * Accepted commands are sent a second time: that must write nothing, unless `.mayRepeat()` says that it is a new fact.
 */
export const scenariosOf = <State, C extends AnyCommand, E extends AnyEvent, Context>(
  decider: Decider<State, C, E, Context>,
  standardContext: Context,
) => {
  const record = (event: E, on: string, n: number, actor = 'coach'): Recorded<E> =>
    ({
      ...event,
      id: eventIdOf(n),
      stream: 'scenario',
      streamVersion: n,
      schemaVersion: 1,
      position: String(n).padStart(20, '0'),
      happenedOn: local(on),
      recordedAt: toInstant(local(on)),
      actor: { id: actor, role: actor },
      commandId: deriveId('scenario', 'command', n),
      correlationId: deriveId('scenario'),
      causationId: deriveId('scenario'),
      municipality: 'groningen',
    }) as unknown as Recorded<E>;

  const recordAll = (events: readonly Dated<E>[]): Recorded<E>[] => events.map(({ on, what }, i) => record(what, on, i + 1));
  const stateOf = (events: readonly Dated<E>[]): State => fold<State, E>(decider, recordAll(events));

  const scenario = (title: string): Chain<State, C, E, Context> => chain(title, [], standardContext);

  const chain = (title: string, past: readonly Dated<E>[], context: Context): Chain<State, C, E, Context> => ({
    knowing: (known: Partial<Context>) => chain(title, past, { ...context, ...known }),
    given: (on: string, ...events: readonly E[]) => chain(title, [...past, ...events.map((what) => ({ on, what }))], context),
    after: (...commands: readonly (readonly [on: string, command: C])[]) => {
      const more = commands.reduce<Dated<E>[]>((sofar, [on, what], i) => {
        const decision = decider.decide(what, stateOf(sofar), metaOf(on, i, 'coach'), context);
        if (isRefused(decision)) throw new Error(`${title}: given ${what.type} on ${on} is refused: ${decision.refused.code}`);
        return [...sofar, ...decision.accepted.map((event) => ({ on, what: event }))];
      }, [...past]);
      return chain(title, more, context);
    },
    when: (on: string, command: C, as: { actor?: string; now?: string } = {}) => outcome(title, past, context, on, command, as),
  });

  const outcome = (
    title: string,
    past: readonly Dated<E>[],
    context: Context,
    on: string,
    command: C,
    as: { actor?: string; now?: string },
    repeats = false,
  ): Outcome<State, E> => {
    const meta = metaOf(on, past.length + 1000, as.actor ?? 'coach', as.now);
    const decide = (events: readonly Dated<E>[]): Decision<E> => decider.decide(command, stateOf(events), meta, context);
    const sentTwice = (events: readonly E[]): void => {
      if (repeats) return;
      const again = decide([...past, ...events.map((what) => ({ on, what }))]);
      expect(isRefused(again) ? [] : again.accepted).toEqual([]);
    };
    return {
      mayRepeat: () => outcome(title, past, context, on, command, as, true),
      then: (...events: readonly E[]) =>
        test(title, () => {
          expect(decide(past)).toEqual(accept(...events));
          sentTwice(events);
        }),
      thenTypes: (...types: readonly E['type'][]) =>
        test(title, () => {
          const decision = decide(past);
          expect(isRefused(decision) ? decision : decision.accepted.map((e) => e.type)).toEqual(types);
          if (!isRefused(decision)) sentTwice(decision.accepted);
        }),
      nothing: () => test(title, () => expect(decide(past)).toEqual(accept())),
      refused: (code: string, about: object = {}) =>
        test(title, () => expect(decide(past)).toMatchObject({ refused: { code, ...about } })),
      thenState: (look: (state: State) => unknown, expected: unknown) =>
        test(title, () => {
          const decision = decide(past);
          if (isRefused(decision)) throw new Error(`refused: ${decision.refused.code}`);
          expect(look(stateOf([...past, ...decision.accepted.map((what) => ({ on, what }))]))).toEqual(expected);
        }),
    };
  };

  return { scenario, record, stateOf };
};
