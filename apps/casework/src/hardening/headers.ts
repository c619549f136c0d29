import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const YEAR = 31_536_000;
const HSTS = `max-age=${YEAR}; includeSubDomains`;

/** Scripts and styles from here alone, none of them in the page itself; style attributes are what components set while they move. */
const directives = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
  styleSrcAttr: ["'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

export interface HeaderSettings {
  readonly publicUrl: () => string;
  /** Has a page that only works with scripts inside it; never in production. */
  readonly explorer?: string | undefined;
}

/** Headers of every answer. No header opens it to other sites: without them browsers keep its answers from other sites' scripts. */
export const securityHeaders = async (server: FastifyInstance, { publicUrl, explorer }: HeaderSettings): Promise<void> => {
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  server.addHook('onSend', async (request, reply) => {
    // What says nothing about it holds somebody's file: kept by nobody on the way.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (publicUrl().startsWith('https:')) reply.header('strict-transport-security', HSTS);
    if (explorer !== undefined && request.url.startsWith(explorer)) reply.removeHeader('content-security-policy');
  });
};
