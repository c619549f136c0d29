import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { breakGlassResolvers, Glasses, guardSchema } from '@perspectief/access-api';
import type { Platform } from '@perspectief/assembly';
import { Directory } from '@perspectief/directory';
import { Administration, directoryResolvers, OwnHelpers, OwnResidents } from '@perspectief/directory-api';
import { ExecuteCommandHandler, errorFormatter, ExportDesk, plainly, WhoAsks, type EdgeContext, type FormattedAnswer } from '@perspectief/edge';
import { Households } from '@perspectief/household-read';
import { householdQueries, householdResolvers } from '@perspectief/household-api';
import { pooledBudgetControllers, pooledBudgetQueries, pooledBudgetResolvers } from '@perspectief/pooled-budget-api';
import { ApprovalQueue, BudgetAttention, PooledBudgets, QueueOfThen, SpendingRequests } from '@perspectief/pooled-budget-read';
import { Looks, ReaderLog, Visits } from '@perspectief/reader-log';
import { MembersOfHousehold, readerLogQueries } from '@perspectief/reader-log-api';
import { ChangeFeed, CommandPath, ReadGate } from '@perspectief/runtime';
import { trajectoryQueries, trajectoryResolvers } from '@perspectief/trajectory-api';
import { TrajectoryPages, Worklist } from '@perspectief/trajectory-read';
import { beforeGraphql } from './http-errors.js';
import { HealthController } from './health.controller.js';
import { HelpersOfResidents, Members, ResidentsOfCoaches } from './people-of-households.js';
import { questionLimits } from './limits.js';
import { officeQueries } from './office/index.js';
import { contextOf, sessionClaim, statusOfErrors, type SignInSettings, type Socket, type Visitors } from './sign-in/index.js';
import { PLATFORM, READINESS } from './tokens.js';

export interface CaseworkOptions {
  readonly platform: Platform;
  readonly signIn: SignInSettings;
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
  ...directoryResolvers,
  ...readerLogQueries,
  ...breakGlassResolvers,
  ...officeQueries,
];

type Execution = Parameters<typeof errorFormatter>[0];

const services = (platform: Platform, visitors: Visitors): Provider[] => [
  { provide: PLATFORM, useValue: platform },
  { provide: READINESS, useValue: () => platform.readiness() },
  { provide: CommandPath, useValue: platform.path },
  { provide: ReadGate, useValue: platform.gate },
  { provide: ChangeFeed, useValue: platform.feed },
  { provide: TrajectoryPages, useValue: platform.pages },
  { provide: Worklist, useValue: platform.worklist },
  { provide: Households, useValue: platform.households },
  { provide: Directory, useValue: platform.directory },
  { provide: ReaderLog, useValue: platform.readerLog },
  { provide: Looks, useValue: new Looks(platform.database) },
  { provide: Visits, useValue: new Visits(platform.database) },
  { provide: Administration, useValue: new Administration(platform.directory, platform.readerLog) },
  { provide: OwnHelpers, useValue: new HelpersOfResidents(platform.database) },
  { provide: MembersOfHousehold, useValue: new Members(platform.database) },
  { provide: OwnResidents, useValue: new ResidentsOfCoaches(platform.database, platform.desk) },
  { provide: WhoAsks, useValue: visitors },
  { provide: ExportDesk, useValue: platform.desk },
  { provide: Glasses, useValue: platform.glasses },
  { provide: PooledBudgets, useValue: platform.budgets.pots },
  { provide: SpendingRequests, useValue: platform.budgets.requests },
  { provide: ApprovalQueue, useValue: platform.budgets.queue },
  { provide: QueueOfThen, useValue: platform.budgets.queueOfThen },
  { provide: BudgetAttention, useValue: platform.budgets.attention },
];

/** A session that turned out to have ended while the question was under way: as if it had not begun. */
const letInOrNot = (formatted: FormattedAnswer): FormattedAnswer => {
  const statusCode = statusOfErrors(formatted.response.errors);
  return statusCode === undefined ? formatted : { statusCode, response: { ...formatted.response, data: null } };
};

const graphql = ({ platform, production, report }: CaseworkOptions, visitors: Visitors): MercuriusDriverConfig => {
  return {
    driver: MercuriusDriver,
    autoSchemaFile: true,
    sortSchema: true,
    // No resolver can forget to ask: the desk stands before every root field.
    transformSchema: (schema) => guardSchema(schema, platform.desk),
    jit: 1,
    hooks: { preExecution: plainly },
    graphiql: false,
    allowBatchedQueries: false,
    context: (request: FastifyRequest): Promise<EdgeContext> => contextOf(visitors.presumedOf(request.headers), (session) => sessionClaim(session, () => visitors.entryOf(request.headers))),
    subscription: {
      // A token in the first message goes before the cookie that the socket came with.
      onConnect: async ({ payload }: { payload?: Record<string, unknown> | null }) =>
        payload?.['authorization'] === undefined ? true : contextOf(visitors.entryOf({ authorization: payload['authorization'] })),
      context: async (socket: Socket, request: FastifyRequest) => ({ ...(await contextOf(visitors.look(request.headers))), socket }),
    },
    validationRules: questionLimits(production),
    errorFormatter: (execution: Execution) => letInOrNot(errorFormatter(execution, report, !production)),
    errorHandler: async (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const early = beforeGraphql(error);
      if (early) return void (await reply.code(early.status).send(early.told));
      const { statusCode, response } = errorFormatter({ errors: [error as unknown as GraphQLError] }, report, !production);
      await reply.code(statusOfErrors(response.errors) ?? statusCode).send(response);
    },
  } as MercuriusDriverConfig;
};

/** The service that coaches, experts, counsellors, holders and households work with. */
@Module({})
export class CaseworkModule {
  static of(options: CaseworkOptions, visitors: Visitors): DynamicModule {
    return {
      module: CaseworkModule,
      imports: [CqrsModule.forRoot(), GraphQLModule.forRoot<MercuriusDriverConfig>(graphql(options, visitors))],
      controllers: [HealthController, ...(pooledBudgetControllers as Type[])],
      providers: [...services(options.platform, visitors), ExecuteCommandHandler, ...(resolvers as Type[])],
    };
  }
}
