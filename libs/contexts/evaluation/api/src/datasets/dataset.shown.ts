import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { BusinessDateScalar, MomentScalar } from '@perspectief/edge';

@ObjectType()
export class DataSetFile {
  @Field(() => String) path!: string;
  @Field(() => String, { description: 'Digest over what the file says: the same for the same data.' }) logicalSha256!: string;
  @Field(() => String, { nullable: true, description: 'Digest over its bytes.' }) sha256!: string | null;
  @Field(() => Float, { nullable: true }) bytes!: number | null;
  @Field(() => Int, { nullable: true }) rows!: number | null;
  @Field(() => String, { nullable: true, description: 'Where it is downloaded, on this address.' }) href!: string | null;
}

@ObjectType({ description: 'One folder that never changes: controlled microdata, still personal data.' })
export class DataSet {
  @Field(() => ID) id!: string;
  @Field(() => ID) studyId!: string;
  @Field(() => ID) cohortId!: string;
  @Field(() => MomentScalar) cutAt!: string;
  @Field(() => BusinessDateScalar) expiresOn!: string;
  @Field(() => Int, { description: 'Households that are absent since the cohort was frozen: erased, or restricted to named people.' }) withdrawn!: number;
  @Field(() => ID, { nullable: true }) replaces!: string | null;
  @Field(() => [DataSetFile]) files!: DataSetFile[];
  @Field(() => String, { nullable: true, description: 'All of it as one archive; null where the files are not here.' }) archive!: string | null;
}
