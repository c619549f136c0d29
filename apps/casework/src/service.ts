import 'reflect-metadata';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AltairFastify } from 'altair-fastify-plugin';
import type { FastifyInstance } from 'fastify';
import { CaseworkModule, type CaseworkOptions } from './casework.module.js';
import { demandKnownReaders } from './known-readers.js';
import { BODY_LIMIT, questionLimits } from './limits.js';
import { refuseOtherNames } from './loopback.js';
import { limitSubscriptions } from './subscription-limits.js';

export interface ServiceOptions extends CaseworkOptions {
  readonly logger?: LoggerService | false;
}

/** The casework service, ready to listen or to be tested. */
export const createCasework = async (options: ServiceOptions): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  refuseOtherNames(server);
  // An explorer of the API from inside the package: no outside host is asked for anything.
  if (!options.production) await server.register(AltairFastify, { path: '/explorer', baseURL: '/explorer/', endpointURL: '/graphql' });
  const app = await NestFactory.create<NestFastifyApplication>(CaseworkModule.of(options), adapter, {
    logger: options.logger ?? false,
    abortOnError: false,
  });
  await app.init();
  demandKnownReaders(server);
  limitSubscriptions(server, questionLimits(options.production));
  await server.ready();
  return app;
};
