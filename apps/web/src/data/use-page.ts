import { useCallback, useEffect, useRef, useState } from 'react';
import { createRequest, getOperationName, useClient, type AnyVariables, type DocumentInput } from 'urql';
import { useFormat, type Says } from '@perspectief/ui';
import { seenAhead, takenAhead } from './asked-ahead';
import { onReconnected } from './client';
import { onNewDay } from './new-day';
import { heard, usePosition } from './positions';

export interface Expected {
  readonly __typename: string;
}

type NoAnswer = 'NotFound' | 'NotYet' | 'InvalidInput';

/** The answer proper, without the expected ways of not getting one. */
export type Found<Answer extends Expected> = Exclude<Answer, { readonly __typename: NoAnswer }>;

export interface Page<Answer extends Expected> {
  /** What was found, now or before: a page keeps what it shows while it asks again. */
  readonly found: Found<Answer> | undefined;
  /** Why there is nothing, in a sentence. */
  readonly sentence: string | undefined;
  readonly code: string | undefined;
  readonly asking: boolean;
  /** What is shown is not the latest: the network is away or the read model is behind. */
  readonly behind: boolean;
  /** What is shown holds everything up to this position, and perhaps more. */
  readonly reached: string | undefined;
  readonly askAgain: () => void;
}

interface Held<Answer extends Expected> {
  readonly question: string;
  readonly subject: string;
  readonly answer: Answer | undefined;
  readonly failed: boolean;
  /** The read model had not come so far yet. */
  readonly behind: boolean;
  readonly reached: string | undefined;
  readonly asking: boolean;
}

const nameOf = <Data, Variables extends AnyVariables>(document: DocumentInput<Data, Variables>): string => getOperationName(createRequest(document, {} as Variables).query) ?? '';

/** A read model that is behind is there in a moment. */
const SOON_MS = 1_000;
const NO_ANSWER: readonly string[] = ['NotFound', 'NotYet', 'InvalidInput'];

export interface PageOptions {
  /** What makes it ask again: see `heard`. */
  readonly topic: string;
  /** What the page is about: other questions about the same subject keep the old answer in sight. Left out: every question is new. */
  readonly subject?: string;
  readonly pause?: boolean;
  /** A page of the past does not move. */
  readonly frozen?: boolean;
}

/**
 * One query of the API for a page: asked again when its topic moves, keeping what is shown meanwhile.
 * `field` names the one field of the document; `after` is filled in here.
 */
export const usePage = <Data, Variables extends AnyVariables, Field extends keyof Data & string>(
  document: DocumentInput<Data, Variables>,
  field: Field,
  variables: Omit<Variables, 'after'>,
  { topic, subject, pause = false, frozen = false }: PageOptions,
): Page<Data[Field] & Expected> => {
  type Answer = Data[Field] & Expected;
  const client = useClient();
  const { says } = useFormat();
  const { position, ticks } = usePosition(topic);
  const question = JSON.stringify(variables);
  const about = subject ?? question;
  const [turn, setTurn] = useState(0);
  const [held, setHeld] = useState<Held<Answer>>(() => {
    const answer = pause ? undefined : (seenAhead<Data>(nameOf(document), { ...variables, after: position ?? null })?.[field] as Answer | undefined);
    return { question, subject: about, answer, failed: false, behind: false, reached: undefined, asking: answer === undefined };
  });
  const moved = frozen ? 0 : ticks;
  const askAgain = useCallback(() => setTurn((before) => before + 1), []);

  useEffect(() => {
    if (pause) return;
    let over = false;
    const asked = { ...(JSON.parse(question) as object), after: position ?? null };
    const ahead = takenAhead<Data>(nameOf(document), asked)?.[field] as Answer | undefined;
    if (ahead) return setHeld((before) => (before.answer === ahead ? before : { question, subject: about, answer: ahead, failed: false, behind: false, reached: position, asking: false }));
    setHeld((before) => ({ ...before, asking: true }));
    void client
      .query(document, asked as unknown as Variables)
      .toPromise()
      .then(({ data, error }) => {
        if (over) return;
        const answer = data?.[field] as Answer | undefined;
        setHeld((before) => {
          const same = before.subject === about ? before.answer : undefined;
          const behind = answer?.__typename === 'NotYet';
          const failed = error !== undefined || behind;
          return { question, subject: about, answer: failed ? (same ?? answer) : answer, failed, behind, reached: failed ? before.reached : position, asking: false };
        });
      });
    return () => {
      over = true;
    };
    // The position moves with the ticks; asking for each would ask twice.
  }, [client, document, field, question, moved, turn, pause]);

  const late = held.behind && !held.asking;
  useEffect(() => {
    if (!late) return;
    const timer = setTimeout(askAgain, SOON_MS);
    return () => clearTimeout(timer);
  }, [late, askAgain]);
  useEffect(() => onReconnected(askAgain), [askAgain]);
  useEffect(() => (frozen ? undefined : onNewDay(askAgain)), [frozen, askAgain]);

  const answer = held.subject === about ? held.answer : undefined;
  const none = answer && NO_ANSWER.includes(answer.__typename) ? (answer as unknown as { code: string; sentence: Says }) : undefined;
  return {
    found: none ? undefined : (answer as Found<Answer> | undefined),
    sentence: none ? says(none.sentence) : undefined,
    code: none?.code,
    asking: held.asking || (held.question !== question && !pause),
    behind: held.failed,
    reached: held.reached,
    askAgain,
  };
};

/** Hears of changes by others on a topic; pages of that topic then ask again. */
export const useLive = <Data, Variables extends AnyVariables>(
  document: DocumentInput<Data, Variables>,
  variables: Variables,
  { topic, positionOf, pause = false }: { readonly topic: string; readonly positionOf: (data: Data) => string | null; readonly pause?: boolean },
): void => {
  const client = useClient();
  const asked = JSON.stringify(variables);
  const read = useRef(positionOf);
  useEffect(() => {
    if (pause) return;
    const { unsubscribe } = client.subscription(document, JSON.parse(asked) as Variables).subscribe(({ data }) => data && heard(topic, read.current(data)));
    return unsubscribe;
  }, [client, document, asked, topic, pause]);
};
