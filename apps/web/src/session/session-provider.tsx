import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { forgetEverything } from '../drafts/vault';
import { askSession, endSession, signIn, type Person, type Session } from './session';

interface SessionHere {
  readonly session: Session;
  readonly askAgain: () => void;
  readonly signOut: () => Promise<void>;
}

const Here = createContext<SessionHere | undefined>(undefined);

/** Heard when an answer of the API says that nobody is signed in any more. */
export const SIGNED_OUT = 'perspectief:signed-out';

export const SessionProvider = ({ first, children }: { readonly first: Session; readonly children: ReactNode }) => {
  const [session, setSession] = useState(first);
  const askAgain = useCallback(() => void askSession().then(setSession), []);
  useEffect(() => {
    const over = () => setSession({ phase: 'signed-out' });
    window.addEventListener(SIGNED_OUT, over);
    return () => window.removeEventListener(SIGNED_OUT, over);
  }, []);
  const signOut = useCallback(async () => {
    // What was typed goes first: even without a network nothing stays readable here.
    await forgetEverything();
    const next = await endSession().catch(() => undefined);
    location.assign(next ?? '/');
  }, []);
  const here = useMemo(() => ({ session, askAgain, signOut }), [session, askAgain, signOut]);
  return <Here.Provider value={here}>{children}</Here.Provider>;
};

export const useSession = (): SessionHere => {
  const here = useContext(Here);
  if (!here) throw new Error('useSession outside SessionProvider');
  return here;
};

/** Who is signed in; only for pages inside the frame. */
export const usePerson = (): Person => {
  const { session } = useSession();
  if (session.phase !== 'signed-in') throw new Error('usePerson on a page without sign-in');
  return session.person;
};

export { signIn };
