import { Field, ID, ObjectType } from '@nestjs/graphql';
import { MomentScalar } from '@perspectief/edge';

@ObjectType({ description: 'One question, command or file, and who asked for it.' })
export class StudyAsk {
  @Field(() => ID) number!: string;
  @Field(() => MomentScalar) askedAt!: string;
  @Field(() => String) personId!: string;
  @Field(() => String) role!: string;
  @Field(() => String) what!: string;
  @Field(() => String, { description: 'study, controlled-microdata, safe-aggregates or oversight' }) product!: string;
  @Field(() => ID, { nullable: true }) studyId!: string | null;
  @Field(() => String, { description: 'answered, exported or denied' }) outcome!: string;
}
