import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Platform } from '@perspectief/assembly';
import { Directory } from '@perspectief/directory';
import { ExecuteCommandHandler, errorFormatter, WhoAsks, type EdgeContext } from '@perspectief/edge';
import { Households } from '@perspectief/household-read';
import { householdQueries, householdResolvers } from '@perspectief/household-api';
import { pooledBudgetControllers, pooledBudgetQueries, pooledBudgetResolvers } from '@perspectief/pooled-budget-api';
import { ApprovalQueue, BudgetAttention, PooledBudgets, SpendingRequests } from '@perspectief/pooled-budget-read';
import { ChangeFeed, CommandPath, ReadGate } from '@perspectief/runtime';
import { trajectoryQueries, trajectoryResolvers } from '@perspectief/trajectory-api';
import { TrajectoryPages, Worklist } from '@perspectief/trajectory-read';
import { DemoActors } from './actor.js';
import { beforeGraphql } from './http-errors.js';
import { HealthController } from './health.controller.js';
import { questionLimits } from './limits.js';
import { PLATFORM } from './tokens.js';

export interface CaseworkOptions {
  readonly platform: Platform;
  readonly production: boolean;
  /** Hears the code and the cause of what went wrong, for the service's own log. */
  readonly report?: (code: string, cause: unknown) => void;
}

/** Every resolver of the API: the schema is made of these. */
export const resolvers: readonly Type[] = [
  ...trajectoryResolvers,
  ...trajectoryQueries,
  ...householdResolvers,
  ...householdQueries,
  ...pooledBudgetResolvers,
  ...pooledBudgetQueries,
];

type Execution = Parameters<typeof errorFormatter>[0];

const services = (platform: Platform, actors: DemoActors): Provider[] => [
  { provide: PLATFORM, useValue: platform },
  { provide: CommandPath, useValue: platform.path },
  { provide: ReadGate, useValue: platform.gate },
  { provide: ChangeFeed, useValue: platform.feed },
  { provide: TrajectoryPages, useValue: platform.pages },
  { provide: Worklist, useValue: platform.worklist },
  { provide: Households, useValue: platform.households },
  { provide: Directory, useValue: platform.directory },
  { provide: WhoAsks, useValue: actors },
  { provide: PooledBudgets, useValue: platform.budgets.pots },
  { provide: SpendingRequests, useValue: platform.budgets.requests },
  { provide: ApprovalQueue, useValue: platform.budgets.queue },
  { provide: BudgetAttention, useValue: platform.budgets.attention },
];

const graphql = ({ production, report }: CaseworkOptions, actors: DemoActors): MercuriusDriverConfig => {
  // Never rejects: Mercurius asks it again while it tells an error, and would then tell the raw one.
  const contextOf = (headers: Record<string, unknown>): Promise<EdgeContext> =>
    actors.fromHeaders(headers).then(
      (actor) => ({ actor }),
      () => ({ unavailable: true }),
    );
  return {
    driver: MercuriusDriver,
    autoSchemaFile: true,
    sortSchema: true,
    jit: 1,
    graphiql: false,
    allowBatchedQueries: false,
    context: (request: FastifyRequest) => contextOf(request.headers),
    subscription: {
      // What the socket's own headers say stands where the first message names nobody.
      onConnect: async ({ payload }: { payload?: Record<string, unknown> }) => {
        const { actor } = await contextOf(payload ?? {});
        return actor ? { actor } : {};
      },
      context: (_connection: unknown, request: FastifyRequest) => contextOf(request.headers),
    },
    validationRules: questionLimits(production),
    errorFormatter: (execution: Execution) => errorFormatter(execution, report),
    errorHandler: async (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const early = beforeGraphql(error);
      if (early) return void (await reply.code(early.status).send(early.told));
      const { statusCode, response } = errorFormatter({ errors: [error as unknown as GraphQLError] }, report);
      await reply.code(statusCode).send(response);
    },
  } as MercuriusDriverConfig;
};

/** The service that coaches, experts, counsellors, holders and households work with. */
@Module({})
export class CaseworkModule {
  static of(options: CaseworkOptions): DynamicModule {
    const actors = new DemoActors(options.platform.directory);
    return {
      module: CaseworkModule,
      imports: [CqrsModule.forRoot(), GraphQLModule.forRoot<MercuriusDriverConfig>(graphql(options, actors))],
      controllers: [HealthController, ...(pooledBudgetControllers as Type[])],
      providers: [...services(options.platform, actors), ExecuteCommandHandler, ...(resolvers as Type[])],
    };
  }
}
