import type { CaseworkAction as Action } from '@perspectief/access';
import type { EdgeContext } from '@perspectief/edge';
import type { GraphQLFieldResolver } from 'graphql';
import type { Desk } from './desk.js';
import type { Arguments } from './subjects.js';

type Subscribe = GraphQLFieldResolver<unknown, EdgeContext>;
type Pushes = AsyncIterator<Record<string, Push>>;

/** What a subscription sends. `streams` says what moved, and stays here. */
interface Push {
  readonly budgetIds?: readonly string[] | null;
  readonly streams?: readonly string[] | undefined;
}

const over = { done: true, value: undefined } as const;

/** Says nothing, and is over: the same for what is not there as for what is not theirs. */
const silence = (): AsyncIterableIterator<never> => ({
  next: async () => over,
  return: async () => over,
  [Symbol.asyncIterator]() {
    return this;
  },
});

/** What of a push is for this person now; rights may have changed since the subscription began. */
const pushSeen = async (action: Action, push: Push, args: Arguments, context: EdgeContext, desk: Desk): Promise<Push | undefined> => {
  const rules = context.actor && (await desk.rulesOf(context.actor));
  if (!rules) return undefined;
  if (action === 'approvalQueueChanged') {
    if (push.budgetIds == null) return push;
    const seen = await Promise.all(push.budgetIds.map(async (id) => ((await desk.maySee(rules, action, 'pot', id)) ? [id] : [])));
    const budgetIds = seen.flat();
    return budgetIds.length > 0 ? { ...push, budgetIds } : undefined;
  }
  if (action === 'worklistChanged') return (await desk.concerns(rules, action, push.streams)) ? push : undefined;
  if (action === 'trajectoryChanged') return (await desk.maySee(rules, action, 'file', String(args['id']))) ? push : undefined;
  // An officer watches over one municipality; where nobody can say whose list moved, it may be that one.
  if (action === 'breakGlassesChanged' && push.streams?.includes(rules.viewer.municipality) === false) return undefined;
  return rules.firstRow(action) ? push : undefined;
};

/** Those of the pushes that are for this person; `ended` hears once or more that there are no others. */
const pushesSeen = (pushes: Pushes, seen: (value: Record<string, Push>) => Promise<Record<string, Push> | undefined>, ended: () => void): Pushes & AsyncIterable<Record<string, Push>> => ({
  next: async () => {
    for (;;) {
      const { done, value } = await pushes.next();
      const told = done ? undefined : await seen(value);
      if (told) return { done: false, value: told };
      if (!done) continue;
      ended();
      return over;
    }
  },
  return: async () => {
    ended();
    await pushes.return?.();
    return over;
  },
  [Symbol.asyncIterator]() {
    return this;
  },
});

/** Checks the subscription when it begins, and every push again. */
export const guardedPushes =
  (action: Action, original: Subscribe, desk: Desk): Subscribe =>
  async (source, args: Arguments, context, info) => {
    const ended = (): void => context.ended?.();
    try {
      const admitted = await desk.admit(action, args, context);
      if ('rules' in admitted) {
        await desk.record(admitted, 'read', args, []);
        const pushes = (await original(source, args, context, info)) as Pushes;
        const seen = async ({ [action]: push }: Record<string, Push>) => {
          const told = push && (await pushSeen(action, push, args, context, desk));
          return told && { [action]: told };
        };
        return pushesSeen(pushes, seen, ended);
      }
    } catch (error) {
      ended();
      throw error;
    }
    ended();
    return silence();
  };
