import type { FastifyInstance } from 'fastify';
import { POST_ONLY } from '../http-errors.js';

/** Questions hold ids and words; addresses end up in logs and histories. A socket begins with GET, and asks nothing in it. */
export const refuseQuestionsInUrls = (server: FastifyInstance): void => {
  server.addHook('onRequest', ({ method, url, headers }, reply, next) => {
    if (reply.sent || headers.upgrade !== undefined || method === 'POST' || !/^\/graphql(\/|\?|$)/.test(url)) next();
    else void reply.code(405).header('allow', 'POST').send(POST_ONLY);
  });
};
