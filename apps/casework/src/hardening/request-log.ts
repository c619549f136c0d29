import type { FastifyInstance } from 'fastify';
import { logRequest } from '@perspectief/assembly';

/** One line for each answer, by the name of its route: an address may hold what somebody typed. */
export const logRequests = (server: FastifyInstance): void => {
  server.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    logRequest({ method, route: routeOptions.url ?? 'none', status: statusCode, milliseconds: elapsedTime });
  });
};
