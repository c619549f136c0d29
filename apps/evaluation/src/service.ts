import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  answerInTime, bodyFor, guard, parseForKnownPeople, PlainErrors, refuseOtherNames, refuseTwoMeanings, securityHeaders, serverLimits, SignInCookies, TOO_MANY, Visitors, type SignInSettings,
} from '@perspectief/casework/front-door';
import { SignIn } from '@perspectief/sign-in';
import { serveDownloads } from './downloads/downloads.js';
import { EvaluationModule, GRAPHQL_PATH, type EvaluationOptions } from './evaluation.module.js';

export interface ServiceOptions extends EvaluationOptions {
  readonly signIn: SignInSettings;
  /** Address or network of the load balancer whose word about the sender's address is taken. */
  readonly trustProxy?: string | undefined;
  /** Requests of one person, or of nobody known from one address, in a minute. */
  readonly perMinute?: number;
}

const USUAL_PER_MINUTE = 1_200;
const ASKS = /^\/evaluation(\/|\?|$)/;

const limitRates = async (server: FastifyInstance, visitors: Visitors, perMinute: number): Promise<void> => {
  await server.register(rateLimit, { global: false });
  const keyGenerator = async (request: FastifyRequest): Promise<string> => {
    const person = await visitors.fromHeaders(request.headers).catch(() => undefined);
    return person ? `person ${person.id}` : `address ${normalizeIP(request.ip, 64)}`;
  };
  const count = server.createRateLimit({ max: perMinute, timeWindow: 60_000, keyGenerator });
  server.addHook('onRequest', async (request, reply) => {
    if (reply.sent || !ASKS.test(request.url)) return;
    const rate = await count(request);
    if (rate.isAllowed || !rate.isExceeded) return;
    await reply.code(429).header('retry-after', '60').send(bodyFor(request.url, TOO_MANY));
  });
};

/** Questions hold ids; addresses end up in logs. */
const askByPost = (server: FastifyInstance): void => {
  server.addHook('onRequest', async ({ method, url }, reply) => {
    if (!reply.sent && url.startsWith(GRAPHQL_PATH) && method !== 'POST') await reply.code(405).header('allow', 'POST').send();
  });
};

/** The evaluation service, ready to listen or to be tested. People sign in at casework; here their session or token is looked at. */
export const createEvaluation = async (options: ServiceOptions): Promise<NestFastifyApplication> => {
  const { evaluation, signIn, perMinute = USUAL_PER_MINUTE } = options;
  const adapter = new FastifyAdapter(serverLimits(options.trustProxy));
  const server = adapter.getInstance() as unknown as FastifyInstance;
  const visitors = new Visitors(new SignIn({ ...signIn, people: evaluation.staff, database: evaluation.database }), new SignInCookies(signIn.publicUrl));
  answerInTime(server);
  securityHeaders(server, { publicUrl: signIn.publicUrl });
  refuseOtherNames(server, signIn.publicUrl);
  refuseTwoMeanings(server);
  askByPost(server);
  await limitRates(server, visitors, perMinute);
  guard(server, visitors);
  serveDownloads(server, evaluation, visitors);
  const app = await NestFactory.create<NestFastifyApplication>(EvaluationModule.of(options, visitors), adapter, { logger: false, abortOnError: false });
  app.useGlobalFilters(new PlainErrors(options.report));
  await app.init();
  if (options.production) parseForKnownPeople(server);
  await server.ready();
  return app;
};
