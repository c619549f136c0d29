import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { errorFormatter, type EdgeContext } from '@perspectief/edge';
import { beforeGraphql, contextOf, HealthController, questionLimits, READINESS, statusOfErrors, type Visitors } from '@perspectief/casework/front-door';
import { Cases, DatasetQueries, DataSets, guardStudies, LogToRead, ReleaseQueries, ReplayQueries, StudyDesk, StudyMutations, StudyQueries } from '@perspectief/evaluation-api';
import { AskLog, Cohorts, Jobs, Releases } from '@perspectief/evaluation-register';
import { Studies } from '@perspectief/evaluation-records';
import type { Evaluation } from './evaluation.js';

/** Every resolver of the evaluation's API: its schema is made of these. */
export const resolvers: readonly Type[] = [StudyQueries, StudyMutations, ReleaseQueries, ReplayQueries, DatasetQueries];

export const GRAPHQL_PATH = '/evaluation/graphql';

export interface EvaluationOptions {
  readonly evaluation: Evaluation;
  readonly production: boolean;
  /** Hears the code and the cause of what went wrong, for the service's own log. */
  readonly report: (code: string, cause: unknown) => void;
}

type Execution = Parameters<typeof errorFormatter>[0];

const graphql = ({ evaluation, production, report }: EvaluationOptions, visitors: Visitors): MercuriusDriverConfig =>
  ({
    driver: MercuriusDriver,
    path: GRAPHQL_PATH,
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: (schema) => guardStudies(schema, evaluation.desk),
    graphiql: false,
    allowBatchedQueries: false,
    context: (request: FastifyRequest): Promise<EdgeContext> => contextOf(visitors.entryOf(request.headers)),
    validationRules: questionLimits(production),
    errorFormatter: (execution: Execution) => errorFormatter(execution, report),
    errorHandler: async (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const early = beforeGraphql(error);
      if (early) return void (await reply.code(early.status).send(early.told));
      const { statusCode, response } = errorFormatter({ errors: [error as unknown as GraphQLError] }, report);
      await reply.code(statusOfErrors(response.errors) ?? statusCode).send(response);
    },
  }) as MercuriusDriverConfig;

/** Replay, studies, figures and data sets: for evaluators, and for privacy officers who approve and oversee. */
@Module({})
export class EvaluationModule {
  static of(options: EvaluationOptions, visitors: Visitors): DynamicModule {
    const { evaluation } = options;
    return {
      module: EvaluationModule,
      imports: [GraphQLModule.forRoot<MercuriusDriverConfig>(graphql(options, visitors))],
      controllers: [HealthController],
      providers: [
        { provide: READINESS, useValue: async () => ((await evaluation.isReady()) ? 'ready' : 'database') },
        { provide: Studies, useValue: evaluation.studies },
        { provide: Jobs, useValue: evaluation.jobs },
        { provide: AskLog, useValue: evaluation.askLog },
        { provide: Cohorts, useValue: evaluation.cohorts },
        { provide: Releases, useValue: evaluation.releases },
        { provide: DataSets, useValue: evaluation.dataSets },
        { provide: LogToRead, useValue: evaluation.log },
        { provide: Cases, useValue: evaluation.cases },
        { provide: StudyDesk, useValue: evaluation.desk },
        ...(resolvers as Type[]),
      ],
    };
  }
}
