import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AmountScalar } from '@perspectief/edge';

@ObjectType({ description: 'What one law put in and paid, and what it owes the others or is owed. Over all laws that sums to nought.' })
export class DomainStatement {
  @Field(() => String) domain!: string;
  @Field(() => AmountScalar, { description: 'What was carried in included.' }) contributed!: number;
  @Field(() => AmountScalar) attributed!: number;
  @Field(() => AmountScalar, { description: 'Gone over to the next year.' }) over!: number;
  @Field(() => AmountScalar, { description: 'Gone back to the law.' }) back!: number;
  @Field(() => AmountScalar, { description: 'Above nought it owes, below it is owed.' }) owes!: number;
}

@ObjectType({ description: 'An amount of one law.' })
export class DomainAmount {
  @Field(() => String) domain!: string;
  @Field(() => AmountScalar) amount!: number;
}

@ObjectType()
export class QuarterStatement {
  @Field(() => Int) quarter!: number;
  @Field(() => [DomainAmount], { description: 'What was carried in stands in the first quarter.' }) contributed!: readonly DomainAmount[];
  @Field(() => [DomainAmount], { description: 'Refunds deducted.' }) attributed!: readonly DomainAmount[];
}

@ObjectType({ description: 'The account of a year; of an open year, as if it closed now and gave back the rest.' })
export class YearStatement {
  @Field(() => Int) year!: number;
  @Field(() => String) phase!: string;
  @Field(() => [DomainStatement]) domains!: readonly DomainStatement[];
  @Field(() => [QuarterStatement]) quarters!: readonly QuarterStatement[];
}

@ObjectType({ description: 'An end of a link: a law that put money in, what it was for, or a law that benefits.' })
export class FlowNode {
  @Field(() => String, { description: 'contributed, life-area or benefits.' }) kind!: string;
  @Field(() => String) name!: string;
}

@ObjectType({ description: 'Money on its way, ready for a Sankey picture: what goes into a purpose comes out of it.' })
export class FlowLink {
  @Field(() => FlowNode) from!: FlowNode;
  @Field(() => FlowNode) to!: FlowNode;
  @Field(() => AmountScalar) amount!: number;
}
