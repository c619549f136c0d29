import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BODY_LIMIT } from '../limits.js';
import { WRONG_REQUEST } from '../http-errors.js';

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

/** An answer that takes longer is given up: a question that hangs holds no connection. */
export const answerInTime = (server: FastifyInstance, milliseconds = 60 * SECOND): void => {
  server.addHook('onRoute', (route) => {
    if ([route.method].flat().includes('POST')) route.handlerTimeout ??= milliseconds;
  });
};
