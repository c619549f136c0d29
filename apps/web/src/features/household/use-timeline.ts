import { useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import { TimelineDocument, type TimelineQuery, type TimelineQueryVariables } from '@perspectief/graphql-contract/household';
import { allPages } from '../../data/all-pages';
import { usePosition } from '../../data/positions';

type Connection = Extract<TimelineQuery['timeline'], { readonly __typename: 'TimelineConnection' }>;
export type TimelineEvent = Connection['edges'][number]['node'];
export type TimelineQuestion = Omit<TimelineQueryVariables, 'first' | 'cursor' | 'after'>;

interface Told {
  readonly subject: string;
  readonly events: readonly TimelineEvent[] | undefined;
  readonly failed: boolean;
}

const askAll = async (client: Client, question: TimelineQueryVariables): Promise<readonly TimelineEvent[] | undefined> => {
  const { nodes, whole } = await allPages<TimelineEvent>(async (cursor) => {
    const { data } = await client.query(TimelineDocument, { ...question, cursor }).toPromise();
    return data?.timeline.__typename === 'TimelineConnection' ? data.timeline : undefined;
  });
  return whole ? nodes : undefined;
};

/** The whole story of a household, newest first; live while it is of today. */
export const useTimeline = (question: TimelineQuestion, frozen: boolean): Told & { readonly askAgain: () => void } => {
  const client = useClient();
  const { position, ticks } = usePosition(`trajectory:${question.trajectoryId}`);
  const asked = JSON.stringify(question);
  const subject = question.trajectoryId;
  const [turn, setTurn] = useState(0);
  const [told, setTold] = useState<Told>({ subject, events: undefined, failed: false });
  const moved = frozen ? 0 : ticks;
  useEffect(() => {
    let over = false;
    const whole = { ...(JSON.parse(asked) as TimelineQuestion), first: 200, cursor: null, after: position ?? null };
    void askAll(client, whole).then((events) => !over && setTold((before) => ({ subject, events: events?.toReversed() ?? (before.subject === subject ? before.events : undefined), failed: events === undefined })));
    return () => {
      over = true;
    };
  }, [client, asked, moved, turn, subject]);
  return { ...told, events: told.subject === subject ? told.events : undefined, askAgain: () => setTurn((before) => before + 1) };
};
