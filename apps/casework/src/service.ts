import 'reflect-metadata';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AltairFastify } from 'altair-fastify-plugin';
import type { FastifyInstance } from 'fastify';
import { CaseworkModule, type CaseworkOptions } from './casework.module.js';
import {
  acceptPersistedOnly,
  answerInTime,
  limitListening,
  openSockets,
  limitRates,
  logRequests,
  meterRequests,
  OpenSubscriptions,
  PersistedOperations,
  PlainErrors,
  readPersistedIds,
  refuseQuestionsInUrls,
  refuseTwoMeanings,
  refuseWhenFull,
  securityHeaders,
  serverLimits,
  takeJsonAlone,
  usualBounds,
  usualLimits,
  type HasToWait,
  type PressureBounds,
  type RateLimits,
} from './hardening/index.js';
import { passOnEvaluation } from './evaluation-service.js';
import { demandKnownPeople, parseForKnownPeople } from './known-readers.js';
import { questionLimits } from './limits.js';
import { refuseOtherNames } from './loopback.js';
import { openSignIn, type Visitors } from './sign-in/index.js';
import { limitSubscriptions } from './subscription-limits.js';
import { serveWebApp } from './web-app.js';

export interface ServiceOptions extends CaseworkOptions {
  readonly logger?: LoggerService | false;
  /** What the same port serves besides: the demo's issuer, for one. */
  readonly alsoServes?: (server: FastifyInstance) => Promise<void>;
  /** Where the evaluation service listens, once it does. Without it, a load balancer leads there, or nothing. */
  readonly evaluationAt?: (() => string | undefined) | undefined;
  /** Address or network of the load balancer whose word about the sender's address is taken. */
  readonly trustProxy?: string | undefined;
  readonly rateLimits?: Partial<RateLimits> | undefined;
  readonly pressure?: Partial<PressureBounds> | undefined;
  /** File with the only operations that are answered; without it, any. */
  readonly persistedOnly?: string | undefined;
  readonly logRequests?: boolean | undefined;
}

const EXPLORER = '/explorer';

const limitsOf = ({ rateLimits }: ServiceOptions): RateLimits => ({ ...usualLimits, ...rateLimits });

/** In this order: what is refused early costs little. */
const harden = async (server: FastifyInstance, options: ServiceOptions, visitors: () => Visitors): Promise<HasToWait> => {
  const { platform, production, signIn } = options;
  answerInTime(server);
  if (options.logRequests) logRequests(server);
  meterRequests(server, platform.meters);
  securityHeaders(server, { publicUrl: signIn.publicUrl, ...(!production && { explorer: EXPLORER }) });
  refuseTwoMeanings(server);
  refuseOtherNames(server, signIn.publicUrl);
  refuseQuestionsInUrls(server);
  refuseWhenFull(server, platform, { ...usualBounds, ...options.pressure });
  return limitRates(server, { visitors, log: platform.readerLog, limits: limitsOf(options) });
};

/** The casework service, ready to listen or to be tested. */
export const createCasework = async (options: ServiceOptions): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter(serverLimits(options.trustProxy));
  const server = adapter.getInstance() as unknown as FastifyInstance;
  const persisted = options.persistedOnly === undefined ? undefined : PersistedOperations.read(options.persistedOnly);
  const hasToWait = await harden(server, options, () => visitors);
  await openSockets(server);
  const { visitors, sockets } = openSignIn(server, options.platform, options.signIn);
  takeJsonAlone(server);
  if (persisted) readPersistedIds(server, persisted);
  await options.alsoServes?.(server);
  if (options.evaluationAt) await passOnEvaluation(server, options.evaluationAt);
  // An explorer of the API from inside the package: no outside host is asked for anything.
  // In a room of its own: it and the web application both bring a way to send files.
  if (!options.production)
    await server.register(async (room) => void (await room.register(AltairFastify, { path: EXPLORER, baseURL: `${EXPLORER}/`, endpointURL: '/graphql' })));
  await serveWebApp(server);
  const app = await NestFactory.create<NestFastifyApplication>(CaseworkModule.of(options, visitors), adapter, {
    logger: options.logger ?? false,
    abortOnError: false,
  });
  app.useGlobalFilters(new PlainErrors(options.report ?? (() => undefined)));
  await app.init();
  limitListening(server, hasToWait, new OpenSubscriptions(limitsOf(options).subscribed));
  demandKnownPeople(server, sockets);
  if (options.production) parseForKnownPeople(server);
  limitSubscriptions(server, questionLimits(options.production));
  if (persisted) acceptPersistedOnly(server, persisted);
  await server.ready();
  return app;
};
