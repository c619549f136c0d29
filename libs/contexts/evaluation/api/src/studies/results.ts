import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Refused } from '@perspectief/edge';
import { EvaluationJob } from '../jobs/job.shown.js';
import { Study } from './study.shown.js';

@ObjectType({ description: 'The study as it stands now.' })
export class StudyChanged {
  @Field(() => Study) study!: Study;
}

@ObjectType({ description: 'Heavy work was asked for: ask `job` how it goes.' })
export class JobAsked {
  @Field(() => EvaluationJob) job!: EvaluationJob;
}

@ObjectType({ description: 'Done, once and for all.' })
export class Destroyed {
  @Field(() => ID) studyId!: string;
}

export const StudyResult = createUnionType({
  name: 'StudyResult', types: () => [StudyChanged, Refused] as const, resolveType: (result: object) => ('code' in result ? Refused : StudyChanged),
});
export const JobResultUnion = createUnionType({
  name: 'JobAnswer', types: () => [JobAsked, Refused] as const, resolveType: (result: object) => ('code' in result ? Refused : JobAsked),
});
