import type { FastifyInstance } from 'fastify';
import type { Platform } from '@perspectief/assembly';
import { SignIn } from '@perspectief/sign-in';
import { SignInCookies } from './cookies.js';
import { guard } from './gate.js';
import { SignInRoutes } from './routes.js';
import type { SignInSettings } from './settings.js';
import { Sockets } from './sockets.js';
import { Visitors } from './visitors.js';

/** Signing in on a server: its pages, its guard, and an end to sockets in time. */
export const openSignIn = (server: FastifyInstance, { directory: people, database }: Platform, settings: SignInSettings) => {
  const visitors = new Visitors(new SignIn({ ...settings, people, database }), new SignInCookies(settings.publicUrl));
  const sockets = new Sockets(visitors.signIn);
  guard(server, visitors);
  new SignInRoutes(visitors, sockets).register(server);
  sockets.start();
  server.addHook('onClose', async () => sockets.stop());
  return { visitors, sockets };
};
