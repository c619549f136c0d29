import type { FastifyInstance } from 'fastify';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Without sign-in nobody but this machine may ask. */
export const demandLoopback = (host: string): void => {
  if (!LOOPBACK.has(host))
    throw new Error(`Perspectief has no sign-in yet and listens on this machine alone: 127.0.0.1, ::1 or localhost, not ${host}`);
};

/** A page elsewhere that points its own name at this machine is refused by the name that the browser sends. */
export const refuseOtherNames = (server: FastifyInstance): void => {
  server.addHook('onRequest', async (request, reply) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
    const origin = request.headers.origin;
    const fromElsewhere = origin !== undefined && !LOOPBACK.has(hostnameOf(origin));
    if (!LOOPBACK.has(name) || fromElsewhere)
      await reply.code(403).send({
        code: 'LOOPBACK_ONLY',
        sentence: {
          nl: 'Zonder aanmelden werkt Perspectief alleen op deze computer zelf.',
          en: 'Without sign-in Perspectief answers this machine alone.',
        },
      });
    // A refused upgrade leaves a socket that nobody would close.
    if (request.headers.upgrade !== undefined && reply.sent) request.raw.socket.destroySoon();
  });
};

const hostnameOf = (origin: string): string => {
  try {
    return new URL(origin).hostname.replace(/^\[(.*)\]$/, '$1');
  } catch {
    return '';
  }
};
