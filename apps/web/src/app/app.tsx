import { startTransition, StrictMode, Suspense } from 'react';
import type { Root } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { Toasts } from '@perspectief/ui';
import { DataProvider } from '../data/data-provider';
import { SessionProvider, useSession } from '../session/session-provider';
import type { Session } from '../session/session';
import { router } from './routes';
import { SignIn, Unreachable } from './sign-in';

const Door = () => {
  const { session, askAgain } = useSession();
  if (session.phase === 'unreachable') return <Unreachable onAgain={askAgain} />;
  if (session.phase === 'signed-out') return <SignIn />;
  return (
    <DataProvider key={session.person.id} person={session.person.id}>
      <RouterProvider router={router} />
    </DataProvider>
  );
};

/** The code of the page that was asked for is there: nothing needs to stand in for it. */
export const ready: Promise<void> = new Promise((resolve) => {
  if (router.state.initialized) return resolve();
  const stop = router.subscribe(({ initialized }) => {
    if (!initialized) return;
    stop();
    resolve();
  });
});

const App = ({ session }: { readonly session: Session }) => (
  <StrictMode>
    <Suspense fallback={null}>
      <Toasts>
        <SessionProvider first={session}>
          <Door />
        </SessionProvider>
      </Toasts>
    </Suspense>
  </StrictMode>
);

/** Shows the application to whoever this is, in pieces short enough for a slow phone to answer between them. */
export const show = (root: Root, session: Session): void => startTransition(() => root.render(<App session={session} />));
