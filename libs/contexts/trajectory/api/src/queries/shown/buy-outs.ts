import { Field, ObjectType } from '@nestjs/graphql';
import { MaybeAmount, MaybeCount, MaybeDay, MaybeId, MaybeText, ShowAmount, ShowCount, ShowDay, ShowId, ShowText } from '@perspectief/edge';

@ObjectType('Answer')
export class AnswerShown {
  @ShowText('awaiting, accepted, refused, lapsed or forced') phase!: string;
  @MaybeDay() on?: string;
}

@ObjectType('Payment')
export class PaymentShown {
  @ShowText('open or paid') phase!: string;
  @MaybeDay() on?: string;
  @MaybeAmount() amount?: number;
  @MaybeAmount() discharged?: number;
}

@ObjectType('Offer')
export class OfferShown {
  @ShowId() debtId!: string;
  @ShowAmount() claim!: number;
  @ShowText() rank!: string;
  @ShowAmount() offer!: number;
  @Field(() => AnswerShown) answer!: AnswerShown;
  @Field(() => PaymentShown) payment!: PaymentShown;
}

@ObjectType('Sending')
export class SendingShown {
  @ShowText('unsent or sent') phase!: string;
  @MaybeDay() sentOn?: string;
  @MaybeDay() respondBy?: string;
}

@ObjectType('Court')
export class CourtShown {
  @ShowText('none, asked, granted or denied') phase!: string;
  @MaybeDay() askedOn?: string;
  @MaybeDay() ruledOn?: string;
}

@ObjectType('Funding')
export class FundingShown {
  @ShowText('none, asked, confirmed or refused') phase!: string;
  @MaybeText() from?: string;
  @MaybeId() budgetId?: string;
  @MaybeAmount() amount?: number;
  @MaybeDay() on?: string;
}

@ObjectType('Instalment', { description: 'Money, or work in minutes.' })
export class InstalmentShown {
  @ShowCount() number!: number;
  @ShowDay() dueOn!: string;
  @ShowText('open, missed or received') phase!: string;
  @MaybeAmount() amount?: number;
  @MaybeAmount() amountReceived?: number;
  @MaybeCount() minutes?: number;
  @MaybeCount() minutesReceived?: number;
}

@ObjectType('Repayment')
export class RepaymentShown {
  @ShowText('none, agreed or closed') phase!: string;
  @MaybeText('money or in-kind') form?: string;
  @MaybeCount() months?: number;
  @MaybeDay() agreedOn?: string;
  @MaybeDay() firstDue?: string;
  @MaybeDay() closedOn?: string;
  @Field(() => [InstalmentShown]) instalments!: readonly InstalmentShown[];
}

@ObjectType()
export class BuyOutOutcome {
  @ShowText('running, paid or failed') phase!: string;
  @MaybeDay() on?: string;
  @MaybeText() cause?: string;
}

@ObjectType({ description: 'Of the claim, rounded down to two decimals.' })
export class OfferPercentages {
  @ShowText() concurrent!: string;
  @ShowText() preferential!: string;
}

@ObjectType('BuyOut')
export class BuyOutShown {
  @ShowId() buyOutId!: string;
  @ShowText() method!: string;
  @ShowDay() draftedOn!: string;
  @ShowCount() months!: number;
  @ShowAmount() divisible!: number;
  @Field(() => OfferPercentages) percentages!: OfferPercentages;
  @Field(() => [OfferShown]) offers!: readonly OfferShown[];
  @Field(() => SendingShown) sending!: SendingShown;
  @Field(() => CourtShown) court!: CourtShown;
  @Field(() => FundingShown) funding!: FundingShown;
  @Field(() => RepaymentShown) repayment!: RepaymentShown;
  @Field(() => BuyOutOutcome) outcome!: BuyOutOutcome;
}

@ObjectType('Incentive')
export class IncentiveShown {
  @ShowDay() on!: string;
  @ShowAmount() amount!: number;
  @MaybeId() buyOutId?: string;
}
