import type { FastifyInstance } from 'fastify';
import type { Meters } from '@perspectief/assembly';

/** Each answer by the name of its route, never by its address: that may hold what somebody typed. */
export const meterRequests = (server: FastifyInstance, meters: Meters): void => {
  server.addHook('onResponse', ({ method, routeOptions }, { statusCode, elapsedTime }, next) => {
    meters.answered(method, routeOptions.url ?? 'none', statusCode, elapsedTime / 1_000);
    next();
  });
};
