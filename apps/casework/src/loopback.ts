import type { FastifyInstance } from 'fastify';
import type { SignInSettings } from './sign-in/index.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Other machines may ask when people sign in at the city's own issuer, over https; the demo's sign-in asks for no password. */
export const demandSafeAddress = (host: string, city: SignInSettings | undefined): void => {
  if (LOOPBACK.has(host) || city?.publicUrl().startsWith('https:')) return;
  throw new Error(
    `Perspectief listens on this machine alone (127.0.0.1, ::1 or localhost, not ${host}) ` +
      'until people sign in at an issuer of your own: set OIDC_ISSUER, and a PUBLIC_URL that begins with https',
  );
};

/** A page elsewhere that points its own name at this service is refused by the name that the browser sends. */
export const refuseOtherNames = (server: FastifyInstance, publicUrl: () => string): void => {
  const isOurs = (name: string): boolean => LOOPBACK.has(name) || name === bare(new URL(publicUrl()).hostname);
  server.addHook('onRequest', async (request, reply) => {
    const name = bare((request.headers.host ?? '').replace(/:\d+$/, ''));
    const { origin } = request.headers;
    // A load balancer asks for health by whatever name it has.
    if (request.url.startsWith('/health/')) return;
    if (!isOurs(name) || (origin !== undefined && !isOurs(hostnameOf(origin))))
      await reply.code(403).send({
        code: 'OTHER_NAME',
        sentence: {
          nl: 'Perspectief antwoordt alleen onder zijn eigen adres.',
          en: 'Perspectief answers under its own address alone.',
        },
      });
    // A refused upgrade leaves a socket that nobody would close.
    if (request.headers.upgrade !== undefined && reply.sent) request.raw.socket.destroySoon();
  });
};

const hostnameOf = (origin: string): string => {
  try {
    return bare(new URL(origin).hostname);
  } catch {
    return '';
  }
};
