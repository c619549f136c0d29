import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

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

/** They are the same for every answer, and are made once. */
const fixedHeaders = (): Readonly<Record<string, string>> => {
  const headers: Record<string, string> = {};
  const answer = { setHeader: (name: string, value: string) => { headers[name.toLowerCase()] = value; }, removeHeader: () => undefined };
  const make = helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  make({} as IncomingMessage, answer as unknown as ServerResponse, (error) => {
    if (error) throw error as Error;
  });
  return headers;
};

/** Headers of every answer. No header opens it to other sites: without them browsers keep its answers from other sites' scripts. */
export const securityHeaders = (server: FastifyInstance, { publicUrl, explorer }: HeaderSettings): void => {
  const headers = fixedHeaders();
  server.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
  server.addHook('onSend', (request, reply, _payload, next) => {
    // What says nothing about it holds somebody's file: kept by nobody on the way.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (publicUrl().startsWith('https:')) reply.header('strict-transport-security', HSTS);
    if (explorer !== undefined && request.url.startsWith(explorer)) reply.removeHeader('content-security-policy');
    next();
  });
};
