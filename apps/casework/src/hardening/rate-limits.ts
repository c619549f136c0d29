import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReaderLog } from '@perspectief/reader-log';
import { TOO_MANY } from '../http-errors.js';
import { actorOf, type Visitors } from '../sign-in/visitors.js';
import { bodyFor } from '../sign-in/told.js';
import { Tally } from './tally.js';

const MINUTE = 60_000;

export interface RateLimits {
  /** Requests of one person in a minute; a page asks some ten at once. */
  readonly perPerson: number;
  /** Requests of nobody known from one address in a minute: a whole city may share one. */
  readonly perAddress: number;
  /** Steps of signing in from one address in a minute. */
  readonly signIn: number;
  /** Refused tries of one person, or from one address, in ten minutes. */
  readonly denied: number;
  /** Subscriptions that one person begins in a minute, over whatever sockets; a page that opens begins some five. */
  readonly subscribing: number;
  /** Subscriptions of one person at once. */
  readonly subscribed: number;
}

/** Asked of each subscription: whether this person has to wait. */
export type HasToWait = (personId: string) => boolean;

export const usualLimits: RateLimits = { perPerson: 3_000, perAddress: 1_200, signIn: 300, denied: 2_000, subscribing: 600, subscribed: 200 };

/** Pages and scripts of the web app cost nothing, and a load balancer asks for health as often as it likes. */
const COUNTED = /^\/(graphql|auth|budgets|exports?)(\/|\?|$)/;
const SIGN_IN = /^\/auth(\/|\?|$)/;

const DENIED = new Set([401, 403]);

interface Caller {
  readonly key: string;
  readonly person?: { readonly id: string; readonly role: string };
}

export interface RateLimited {
  /** Known by the time that somebody asks. */
  readonly visitors: () => Visitors;
  readonly log: ReaderLog;
  readonly limits: RateLimits;
}

/** A key that nobody can choose: a person who is known, else where the request comes from. */
const callerOf = async (request: FastifyRequest, visitors: Visitors): Promise<Caller> => {
  const address = { key: `address ${normalizeIP(request.ip, 64)}` };
  if (SIGN_IN.test(request.url)) return address;
  const entry = await visitors.presumedOf(request.headers).catch(() => undefined);
  const person = entry && 'person' in entry ? actorOf(entry) : undefined;
  return person ? { key: `person ${person.id}`, person } : address;
};

const refuse = async (request: FastifyRequest, reply: FastifyReply, wait: number): Promise<void> => {
  await reply.code(429).header('retry-after', String(Math.max(1, Math.ceil(wait / 1_000)))).send(bodyFor(request.url, TOO_MANY));
  // A refused upgrade leaves a socket that nobody would close.
  if (request.headers.upgrade !== undefined) request.raw.socket.destroySoon();
};

/** Nobody asks so much that others wait, and nobody tries one door after another. */
export const limitRates = async (server: FastifyInstance, { visitors, log, limits }: RateLimited): Promise<HasToWait> => {
  const callers = new WeakMap<FastifyRequest, Caller>();
  const keyGenerator = (request: FastifyRequest): string => callers.get(request)?.key ?? 'address unknown';
  await server.register(rateLimit, { global: false, keyGenerator, cache: 20_000 });
  const within = (max: number) => server.createRateLimit({ max, timeWindow: MINUTE });
  const counters = { person: within(limits.perPerson), address: within(limits.perAddress), signIn: within(limits.signIn) };
  const [denied, subscribing] = [new Tally(limits.denied, 10 * MINUTE), new Tally(limits.subscribing, MINUTE)];
  const counterOf = (request: FastifyRequest, { person }: Caller) => (SIGN_IN.test(request.url) ? counters.signIn : person ? counters.person : counters.address);

  log.onLook(({ action, person }) => {
    if (action === 'denied') denied.note(`person ${person.id}`);
  });
  server.addHook('onRequest', async (request, reply) => {
    if (reply.sent || !COUNTED.test(request.url)) return;
    const caller = await callerOf(request, visitors());
    callers.set(request, caller);
    const wait = denied.waitOf(caller.key);
    const rate = await counterOf(request, caller)(request);
    if (wait === undefined && (rate.isAllowed || !rate.isExceeded)) return;
    if (caller.person) await log.record({ person: caller.person, action: 'denied', what: 'too-many-requests', householdIds: [], purpose: 'support' }).catch(() => undefined);
    await refuse(request, reply, wait ?? ('ttl' in rate ? rate.ttl : MINUTE));
  });
  server.addHook('onResponse', async (request, reply) => {
    const caller = callers.get(request);
    // Refusals inside an answer stand in the reader log, and are counted from there.
    if (caller && !caller.person && DENIED.has(reply.statusCode)) denied.note(caller.key);
  });
  return (personId) => {
    const key = `person ${personId}`;
    const waits = denied.waitOf(key) !== undefined || subscribing.waitOf(key) !== undefined;
    if (!waits) subscribing.note(key);
    return waits;
  };
};
