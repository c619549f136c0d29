import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';
import { toldOf } from './http-errors.js';

const PREFIX = '/evaluation';

/**
 * Questions and downloads of the evaluation go on to its own service, on the address that the browser knows: so its session comes along,
 * and no other site has to be let in. `at` is known once that service listens.
 */
export const passOnEvaluation = async (server: FastifyInstance, at: () => string | undefined): Promise<void> => {
  await server.register(async (room) => {
    room.addHook('preHandler', async (_request, reply) => {
      if (at() === undefined) await reply.code(503).send(toldOf(503));
    });
    await room.register(httpProxy, {
      upstream: '', prefix: PREFIX, rewritePrefix: PREFIX, httpMethods: ['GET', 'POST'],
      replyOptions: {
        getUpstream: () => at() ?? '',
        onError: (reply) => void reply.code(503).send(toldOf(503)),
      },
    });
  });
};
