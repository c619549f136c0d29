import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AmountScalar, BusinessDateScalar, LocalDateTimeScalar, PageInfo } from '@perspectief/edge';

@ObjectType({ description: 'What one law put into a year, paid, and has left.' })
export class BudgetDomain {
  @Field(() => String) domain!: string;
  @Field(() => AmountScalar, { description: 'What was carried in included.' }) contributed!: number;
  @Field(() => AmountScalar) attributed!: number;
  @Field(() => AmountScalar, { description: 'Contributed less attributed.' }) balance!: number;
}

@ObjectType({ description: 'A pot in one year. Contributed - paid - reserved = available, never below nought; a closed year has nothing left. Who does not account for the pot sees what is available.' })
export class BudgetYear {
  @Field(() => Int) year!: number;
  @Field(() => String, { description: 'open or closed.' }) phase!: string;
  @Field(() => AmountScalar, { nullable: true }) contributed!: number | null;
  @Field(() => AmountScalar, { nullable: true }) paid!: number | null;
  @Field(() => AmountScalar, { nullable: true }) reserved!: number | null;
  @Field(() => AmountScalar) available!: number;
  @Field(() => [BudgetDomain]) domains!: readonly BudgetDomain[];
}

@ObjectType({ description: 'Above this amount a request wants so many approvers.' })
export class BudgetTier {
  @Field(() => AmountScalar) above!: number;
  @Field(() => Int) approvers!: number;
}

@ObjectType({ description: 'A higher ceiling for one household that one holder proposed and another has still to confirm.' })
export class WaitingRaise {
  @Field(() => ID) trajectoryId!: string;
  @Field(() => AmountScalar, { description: 'What would be added to the ceiling.' }) amount!: number;
  @Field(() => ID) proposedBy!: string;
}

@ObjectType({ description: 'One pot with the money of several laws.' })
export class PooledBudget {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) scheme!: string;
  @Field(() => String) municipality!: string;
  @Field(() => String) area!: string;
  @Field(() => BusinessDateScalar) openedOn!: string;
  @Field(() => AmountScalar) householdCeiling!: number;
  @Field(() => [BudgetTier]) tiers!: readonly BudgetTier[];
  @Field(() => [BudgetYear], { description: 'Oldest first.' }) years!: readonly BudgetYear[];
  @Field(() => [WaitingRaise], { description: 'None for who does not account for the pot.' }) proposedRaises!: readonly WaitingRaise[];
}

@ObjectType()
export class BudgetYearSummary {
  @Field(() => Int) year!: number;
  @Field(() => AmountScalar, { nullable: true }) contributed!: number | null;
  @Field(() => AmountScalar, { nullable: true }) paid!: number | null;
  @Field(() => AmountScalar, { nullable: true }) reserved!: number | null;
  @Field(() => AmountScalar) available!: number;
}

@ObjectType({ description: 'A pot as lists show it.' })
export class PooledBudgetSummary {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) scheme!: string;
  @Field(() => String) municipality!: string;
  @Field(() => String) area!: string;
  @Field(() => BusinessDateScalar) openedOn!: string;
  @Field(() => [BudgetYearSummary], { description: 'Oldest first.' }) years!: readonly BudgetYearSummary[];
  @Field(() => [WaitingRaise], { description: 'None for who does not account for the pot.' }) proposedRaises!: readonly WaitingRaise[];
}

@ObjectType()
export class PooledBudgetEdge {
  @Field(() => PooledBudgetSummary) node!: PooledBudgetSummary;
  @Field(() => String) cursor!: string;
}

@ObjectType()
export class PooledBudgetConnection {
  @Field(() => [PooledBudgetEdge]) edges!: readonly PooledBudgetEdge[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType({ description: 'Spending first and asking afterwards, within so many working days.' })
export class MandateEmergency {
  @Field(() => AmountScalar) upTo!: number;
  @Field(() => Int) settleWithinWorkingDays!: number;
}

@ObjectType({ description: 'What a coach may spend without asking.' })
export class BudgetMandate {
  @Field(() => ID) coachId!: string;
  @Field(() => AmountScalar) perRequest!: number;
  @Field(() => BusinessDateScalar) from!: string;
  @Field(() => BusinessDateScalar, { nullable: true, description: 'The last day; without one, until further notice.' }) until!: string | null;
  @Field(() => [String], { nullable: true, description: 'Only for these laws; without them, for all.' }) domains!: readonly string[] | null;
  @Field(() => MandateEmergency, { nullable: true }) emergency!: MandateEmergency | null;
  @Field(() => LocalDateTimeScalar, { nullable: true }) revokedAt!: string | null;
  @Field(() => Boolean, { description: 'Whether it is the one that holds on the day asked for.' }) holds!: boolean;
}

@ObjectType({ description: 'Buying out debts stands apart: no ceiling bounds it.' })
export class BuyOutSpend {
  @Field(() => AmountScalar) paid!: number;
  @Field(() => AmountScalar) reserved!: number;
}

@ObjectType({ description: 'A higher ceiling that one holder proposed and another has still to confirm.' })
export class ProposedRaise {
  @Field(() => AmountScalar, { description: 'What would be added to the ceiling.' }) amount!: number;
  @Field(() => ID) proposedBy!: string;
}

@ObjectType({ description: 'What one household got from one pot over all years, and the room that is left.' })
export class HouseholdSpend {
  @Field(() => ID) budgetId!: string;
  @Field(() => AmountScalar) paid!: number;
  @Field(() => AmountScalar) reserved!: number;
  @Field(() => AmountScalar) ceiling!: number;
  @Field(() => AmountScalar) left!: number;
  @Field(() => BuyOutSpend) buyOut!: BuyOutSpend;
  @Field(() => ProposedRaise, { nullable: true }) proposedRaise?: ProposedRaise;
}
