import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BODY_LIMIT } from '../limits.js';
import { TOO_SLOW, WRONG_REQUEST } from '../http-errors.js';
import { bodyFor } from '../sign-in/told.js';

const SECOND = 1_000;
const HEADER_LIMIT = 16 * 1024;

/** How large and how slow a request may be. What the router cannot read is told without repeating it. */
export const serverLimits = (trustProxy: string | undefined) => ({
  bodyLimit: BODY_LIMIT,
  forceCloseConnections: true,
  requestTimeout: 30 * SECOND,
  keepAliveTimeout: 72 * SECOND,
  http: { maxHeaderSize: HEADER_LIMIT, headersTimeout: 15 * SECOND },
  ...(trustProxy !== undefined && { trustProxy }),
  frameworkErrors: (_error: unknown, _request: FastifyRequest, reply: FastifyReply): void => {
    void reply.code(400).send(WRONG_REQUEST);
  },
});

/**
 * An answer that takes longer is given up: a question that hangs holds no connection. A timer of our own: the framework's limit makes
 * and aborts a signal for each request, which cost more than its routing.
 */
export const answerInTime = (server: FastifyInstance, milliseconds = 60 * SECOND): void => {
  server.addHook('onRequest', (request, reply, next) => {
    if (request.method === 'POST') {
      const timer = setTimeout(() => {
        if (!reply.sent) void reply.code(503).send(bodyFor(request.url, TOO_SLOW));
      }, milliseconds);
      reply.raw.once('close', () => { clearTimeout(timer); });
    }
    next();
  });
};
