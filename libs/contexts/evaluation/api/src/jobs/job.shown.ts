import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MomentScalar, refusedAs, Refused } from '@perspectief/edge';
import type { Job } from '@perspectief/evaluation-register';

@ObjectType({ description: 'Heavy work, done in a process of its own, one at a time.' })
export class EvaluationJob {
  @Field(() => ID) id!: string;
  @Field(() => ID) studyId!: string;
  @Field(() => String, { description: 'freeze, cut or release' }) kind!: string;
  @Field(() => String, { description: 'waiting, running, done, refused, failed or cancelled' }) state!: string;
  @Field(() => String, { description: 'Id of who asked.' }) askedBy!: string;
  @Field(() => MomentScalar) askedAt!: string;
  @Field(() => MomentScalar, { nullable: true }) beganAt!: string | null;
  @Field(() => MomentScalar, { nullable: true }) endedAt!: string | null;
  @Field(() => Int, { description: 'Events of the log read so far.' }) eventsRead!: number;
  @Field(() => Int, { nullable: true, description: 'Events there are to read, where that is known.' }) eventsInAll!: number | null;
  @Field(() => Refused, { nullable: true, description: 'Why it was refused or failed.' }) refusal!: Refused | null;
  @Field(() => ID, { nullable: true }) cohortId!: string | null;
  @Field(() => ID, { nullable: true }) dataSetId!: string | null;
  @Field(() => [ID]) releaseIds!: string[];
}

export const jobShown = ({ id, studyId, request, state, askedBy, askedAt, beganAt, endedAt, eventsRead, eventsInAll, refusal, result }: Job): EvaluationJob => ({
  id, studyId, kind: request.kind, state, askedBy: askedBy.id, askedAt, beganAt: beganAt ?? null, endedAt: endedAt ?? null, eventsRead, eventsInAll: eventsInAll ?? null,
  refusal: refusal ? refusedAs(refusal) : null, cohortId: result?.cohortId ?? null, dataSetId: result?.datasetId ?? null, releaseIds: [...(result?.releaseIds ?? [])],
});
