import { InputType } from '@nestjs/graphql';
import { Amount, Choice, Code, Codes, Day, Flag, Id, Percentage, Text, Whole } from '@perspectief/edge';
import type { BusinessDate, Cents, Uuid } from '@perspectief/kernel';
import { OnTrajectory } from './on-trajectory.js';

const methods = ['settlement-credit', 'debt-mediation', 'buy-out-fund', 'zero-offer'] as const;
const responses = ['accepted', 'refused'] as const;
const fundingSources = ['credit-bank', 'pooled-budget'] as const;

@InputType({ isAbstract: true })
export abstract class OnBuyOut extends OnTrajectory {
  @Id({ optional: true, says: 'Left out: the latest buy-out.' }) buyOutId?: Uuid;
}

@InputType()
export class DraftBuyOutInput extends OnTrajectory {
  @Id() buyOutId!: Uuid;
  @Choice(methods) method!: (typeof methods)[number];
  @Whole({ max: 600 }) months!: number;
  @Amount({ optional: true, says: 'What comes on top of the monthly capacity.' }) extra?: Cents;
  @Percentage({ optional: true, says: 'Interest for each month, borne by the household.' }) interestMonthly?: string | number;
  @Text({ optional: true }) motivation?: string;
}

@InputType()
export class SendOffersInput extends OnBuyOut {
  @Day() respondBy!: BusinessDate;
}

@InputType()
export class RecordOfferResponseInput extends OnBuyOut {
  @Id() debtId!: Uuid;
  @Choice(responses) response!: (typeof responses)[number];
  @Text({ optional: true }) reason?: string;
}

@InputType()
export class AskForcedSettlementInput extends OnBuyOut {}

@InputType()
export class RecordCourtRulingInput extends OnBuyOut {
  @Flag() granted!: boolean;
  @Codes() grounds!: string[];
}

@InputType()
export class RequestFundingInput extends OnBuyOut {
  @Choice(fundingSources) from!: (typeof fundingSources)[number];
  @Id({ optional: true, says: 'The pot, where the money comes from one.' }) budgetId?: Uuid;
}

@InputType()
export class ConfirmFundingInput extends OnBuyOut {
  @Code() reference!: string;
}

@InputType()
export class RefuseFundingInput extends OnBuyOut {
  @Text() reason!: string;
}

@InputType()
export class PayCreditorInput extends OnBuyOut {
  @Id() debtId!: Uuid;
}

@InputType()
export class FailBuyOutInput extends OnBuyOut {
  @Text() reason!: string;
}

export const debtBuyOutInputs = {
  DraftBuyOut: DraftBuyOutInput,
  SendOffers: SendOffersInput,
  RecordOfferResponse: RecordOfferResponseInput,
  AskForcedSettlement: AskForcedSettlementInput,
  RecordCourtRuling: RecordCourtRulingInput,
  RequestFunding: RequestFundingInput,
  ConfirmFunding: ConfirmFundingInput,
  RefuseFunding: RefuseFundingInput,
  PayCreditor: PayCreditorInput,
  FailBuyOut: FailBuyOutInput,
};
