import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { statusOf, told, type SignInRefusal } from '@perspectief/sign-in';
import { isForged } from './same-origin.js';
import { bodyFor, UNAVAILABLE } from './told.js';
import type { Visitors } from './visitors.js';

/** Signing in itself, the demo's issuer (whose clients have credentials of their own), and what a load balancer asks. */
const OPEN = /^\/(auth|oidc|health)(\/|\?|$)/;

const refuse = async (request: FastifyRequest, reply: FastifyReply, code: SignInRefusal): Promise<void> => {
  const status = statusOf(code);
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="perspectief"');
  await reply.code(status).send(bodyFor(request.url, told(code)));
  // A refused upgrade leaves a socket that nobody would close.
  if (request.headers.upgrade !== undefined) request.raw.socket.destroySoon();
};

/**
 * Whoever shows a token that is not good is told so, whatever was asked; a cookie is taken from our own pages alone.
 * Who shows nothing goes on as nobody, and is refused by all but the schema and the pages that lead to signing in.
 */
export const guard = (server: FastifyInstance, visitors: Visitors): void => {
  server.addHook('onRequest', async (request, reply) => {
    const { headers, method, url } = request;
    if (reply.sent || OPEN.test(url)) return;
    const byToken = headers.authorization !== undefined;
    const byCookie = !byToken && visitors.cookies.session(headers) !== undefined;
    if (byCookie && isForged(method, headers, visitors.signIn.options.publicUrl())) return refuse(request, reply, 'CROSS_SITE_REQUEST');
    if (!byToken) return;
    try {
      const entry = await visitors.entryOf(headers);
      if ('refused' in entry) await refuse(request, reply, entry.refused);
    } catch {
      await reply.code(503).send(bodyFor(url, UNAVAILABLE));
    }
  });
};
