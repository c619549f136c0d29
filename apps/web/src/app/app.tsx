import { Suspense } from 'react';
import { RouterProvider } from 'react-router';
import { Loading, Toasts } from '@perspectief/ui';
import { DataProvider } from '../data/data-provider';
import { SessionProvider, useSession } from '../session/session-provider';
import { router } from './routes';
import { SignIn, Unreachable } from './sign-in';

const Door = () => {
  const { session, askAgain } = useSession();
  if (session.phase === 'asking') return <Loading />;
  if (session.phase === 'unreachable') return <Unreachable onAgain={askAgain} />;
  if (session.phase === 'signed-out') return <SignIn />;
  return (
    <DataProvider key={session.person.id} person={session.person.id}>
      <RouterProvider router={router} />
    </DataProvider>
  );
};

export const App = () => (
  <Suspense fallback={null}>
    <Toasts>
      <SessionProvider>
        <Door />
      </SessionProvider>
    </Toasts>
  </Suspense>
);
