import type { Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule, Query, Resolver } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { Actor } from '@perspectief/kernel';
import { MemoryEventStore, type EventStore } from '@perspectief/event-store';
import { CommandPath, StandingClock, type AnyStreamOwner } from '@perspectief/runtime';
import request from 'supertest';
import { ExecuteCommandHandler, type EdgeContext } from '../command/index.js';
import { errorFormatter } from '../errors/error-formatter.js';
import { plainly } from '../queries/plainly.js';

export interface EdgeSetUp {
  readonly owners: readonly AnyStreamOwner[];
  readonly resolvers: readonly Type[];
  readonly store?: EventStore;
  /** Undefined: nobody is signed in. */
  readonly actor?: Actor | undefined;
  /** Hears what the service would put into its log. */
  readonly report?: (code: string, cause: unknown) => void;
}

export interface Told {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly text: string;
}

/** GraphQL wants at least one question. */
@Resolver()
class Probe {
  @Query(() => Boolean)
  answers(): boolean {
    return true;
  }
}

const NOW = '2024-06-01T12:00:00.000Z';

const settings = ({ actor, report }: EdgeSetUp): MercuriusDriverConfig =>
  ({
    driver: MercuriusDriver,
    autoSchemaFile: true,
    jit: 1,
    hooks: { preExecution: plainly },
    context: (): EdgeContext => ({ actor }),
    errorFormatter: (execution: Parameters<typeof errorFormatter>[0]) => errorFormatter(execution, report),
  }) as MercuriusDriverConfig;

const start = async (setUp: EdgeSetUp, path: CommandPath): Promise<NestFastifyApplication> => {
  const module = await Test.createTestingModule({
    imports: [CqrsModule.forRoot(), GraphQLModule.forRoot<MercuriusDriverConfig>(settings(setUp))],
    providers: [{ provide: CommandPath, useValue: path }, ExecuteCommandHandler, Probe, ...setUp.resolvers],
  }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
};

/** The edge as a service has it, over a log in memory. */
export const openEdge = async (setUp: EdgeSetUp) => {
  const store = setUp.store ?? new MemoryEventStore();
  const path = new CommandPath(store, setUp.owners, new StandingClock(NOW));
  const app = await start(setUp, path);
  return {
    path,
    store,
    ask: async (query: string, variables: object = {}, operationName?: string): Promise<Told> => {
      const { status, body, text } = await request(app.getHttpServer()).post('/graphql').send({ query, variables, operationName });
      const { data = null, errors = [] } = body as Partial<Told>;
      return { status, data, errors, text };
    },
    close: () => app.close(),
  };
};

/** A mutation that asks for all that a result may hold. */
export const mutation = (name: string): string => `
  mutation Send($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!, $commandId: ID!, $happenedOn: LocalDateTime) {
    ${name}(input: $input, commandId: $commandId, happenedOn: $happenedOn) {
      __typename
      ... on Accepted { position version events repeated }
      ... on Refused { code sentence { nl en } field facts { name value } repeated }
    }
  }`;
