import type { CaseworkAction as Action } from '@perspectief/access';
import type { EdgeContext } from '@perspectief/edge';

export type Answering = (context: EdgeContext) => Promise<unknown>;

/** Pages whose making depends on no rule: they leave through the lens or not at all. */
const pages: ReadonlySet<Action> = new Set(['trajectory', 'clocks', 'household']);

/** Begins to read such a page while the rules are looked up; of what is denied nothing is heard. */
export const readingAhead = (action: Action, asked: Answering, context: EdgeContext): Answering => {
  if (!context.actor || !pages.has(action)) return asked;
  const reading = asked({ ...context, within: undefined, sees: undefined });
  reading.catch(() => undefined);
  return () => reading;
};
