import type { EdgeContext, SessionClaim } from '@perspectief/edge';
import type { Entry, SignInRefusal } from '@perspectief/sign-in';
import type { Socket, Standing } from './sockets.js';
import { actorOf } from './visitors.js';

/** What GraphQL's context holds of who asks; over a socket also the socket, so that it ends in time. */
export interface SignInContext extends EdgeContext {
  readonly refused?: SignInRefusal | undefined;
  readonly standing?: Standing | undefined;
  readonly socket?: Socket | undefined;
}

/** `claimOn`: where sessions may be presumed, how one is proven. */
export const contextOf = (asked: Promise<Entry>, claimOn?: (session: string) => SessionClaim): Promise<SignInContext> =>
  // Never rejects: Mercurius asks again while it tells an error, and would then tell the raw one.
  asked.then(
    (entry) =>
      'refused' in entry
        ? { actor: undefined, refused: entry.refused }
        : {
            ...{ actor: actorOf(entry), refused: undefined, standing: { actor: actorOf(entry), until: entry.until, session: entry.session } },
            claim: entry.presumed && entry.session !== undefined ? claimOn?.(entry.session) : undefined,
          },
    () => ({ unavailable: true }),
  );
