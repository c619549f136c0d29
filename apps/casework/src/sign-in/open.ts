import type { FastifyInstance } from 'fastify';
import type { Platform } from '@perspectief/assembly';
import { DIRECTORY_CHANGED } from '@perspectief/directory';
import { SignIn } from '@perspectief/sign-in';
import { SignInCookies } from './cookies.js';
import { guard } from './gate.js';
import { SignInRoutes } from './routes.js';
import type { SignInSettings } from './settings.js';
import { Sockets } from './sockets.js';
import { Visitors } from './visitors.js';

/** Signing in on a server: its pages, its guard, and an end to sockets in time. */
export const openSignIn = (server: FastifyInstance, { directory: people, database, feed }: Platform, settings: SignInSettings) => {
  const visitors = new Visitors(new SignIn({ ...settings, people, database }), new SignInCookies(settings.publicUrl));
  const sockets = new Sockets(visitors.signIn);
  guard(server, visitors);
  new SignInRoutes(visitors, sockets).register(server);
  sockets.start();
  const unsubscribe = feed.onChange(({ projection }) => {
    if (projection !== DIRECTORY_CHANGED && projection !== '*') return;
    visitors.signIn.forgetPeople();
    void Promise.all([sockets.look(), visitors.signIn.sessions.endOfWhoLeft()]).catch(() => undefined);
  });
  server.addHook('onClose', async () => {
    unsubscribe();
    sockets.stop();
  });
  return { visitors, sockets };
};
