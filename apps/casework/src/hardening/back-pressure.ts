import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Platform } from '@perspectief/assembly';
import { BUSY } from '../http-errors.js';
import { bodyFor } from '../sign-in/told.js';

/** What may wait at once; beyond it, one more would only make all of them late. */
export interface PressureBounds {
  /** Commands between their arrival and their answer. */
  readonly commands: number;
  /** Looks that are not in the reader log yet; at twice this the reader log itself says no. */
  readonly looks: number;
}

export const usualBounds: PressureBounds = { commands: 400, looks: 2_500 };

/** Seconds. Whoever waits this long and comes again finds most queues empty: a command takes milliseconds. */
const COME_AGAIN = 2;

/** Health, sign-in and pages of the web app cost no place in a queue. */
const WORK = /^\/(graphql|budgets|exports?)(\/|\?|$)/;

const isWork = ({ url, headers }: FastifyRequest): boolean => WORK.test(url) && headers.upgrade === undefined;

/** A full queue says so at the door: 503 with Retry-After, before the request costs anything. Nothing of it was done. */
export const refuseWhenFull = (server: FastifyInstance, { meters, readerLog }: Pick<Platform, 'meters' | 'readerLog'>, bounds: PressureBounds): void => {
  server.addHook('onRequest', (request, reply, next) => {
    const hasRoom = meters.commandsRunning < bounds.commands && readerLog.waitingLooks < bounds.looks;
    if (reply.sent || hasRoom || !isWork(request)) next();
    else void reply.code(503).header('retry-after', String(COME_AGAIN)).send(bodyFor(request.url, BUSY));
  });
};
