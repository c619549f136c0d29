import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import { Location } from 'graphql';
import { wireError } from '@perspectief/edge';
import type { SignInContext, Socket } from '../sign-in/index.js';
import { tooMany } from '../sign-in/told.js';
import type { OpenSubscriptions } from './open-subscriptions.js';
import type { HasToWait } from './rate-limits.js';

interface Listening extends SignInContext {
  ended?: (() => void) | undefined;
}

const OPEN = 1;
/** Messages of one socket in ten seconds; a page that opens sends some ten. What is more is read by nobody. */
const MOST_MESSAGES = 200;
const TEN_SECONDS = 10_000;
/** Bytes; a subscription of the web app has some two hundred. */
const LONGEST_MESSAGE = 32 * 1024;
/** Of the protocol graphql-transport-ws. */
const TOO_MANY_REQUESTS = 4429;
const ALREADY_THERE = 4409;

/** Sockets of the service, before GraphQL makes some without these limits. One that only talks is ended; what it sent before is no longer asked: see below. */
export const openSockets = async (server: FastifyInstance, now: () => number = Date.now): Promise<void> => {
  await server.register(websocket, { options: { maxPayload: LONGEST_MESSAGE } });
  server.websocketServer.on('connection', (socket) => {
    let [count, until] = [0, 0];
    socket.on('message', () => {
      if (now() > until) [count, until] = [0, now() + TEN_SECONDS];
      count += 1;
      if (count > MOST_MESSAGES) socket.terminate();
    });
  });
};

const refused = (socket: Socket, code: number, reason: string): Error => {
  socket.close(code, reason);
  return tooMany();
};

/** Before anything is looked up: a socket that goes asks nothing more, and nobody begins more subscriptions than pages need. */
export const limitListening = (server: FastifyInstance, hasToWait: HasToWait, open: OpenSubscriptions): void => {
  server.graphql.addHook<Listening>('preSubscriptionExecution', async (_schema, document, context, id) => {
    const { socket, actor } = context;
    // What was not parsed here from its text passed no list of operations, and no limit of what is parsed.
    if (!(document.loc instanceof Location)) throw wireError('BAD_USER_INPUT');
    if (!socket || !actor) return;
    if (socket.readyState !== OPEN) throw tooMany();
    if (hasToWait(actor.id)) throw refused(socket, TOO_MANY_REQUESTS, 'TOO_MANY_REQUESTS');
    const begun = open.begin(socket, actor.id, id);
    if (begun === 'running') throw refused(socket, ALREADY_THERE, 'ALREADY_THERE');
    if (begun === 'too-many') throw refused(socket, TOO_MANY_REQUESTS, 'TOO_MANY_REQUESTS');
    context.ended = begun;
  });
};
