import { InputType } from '@nestjs/graphql';
import { Amount, Choice, Code, Day, Flag, Id, Percentages, Text, type PercentagesInput } from '@perspectief/edge';
import type { BusinessDate, Cents, Uuid } from '@perspectief/kernel';
import { confirmers, type Confirmer } from '@perspectief/pooled-budget-domain';
import { OnRequest, Year } from './on-budget.js';

@InputType()
export class RequestSpendingInput extends OnRequest {
  @Id() trajectoryId!: Uuid;
  @Amount() amount!: Cents;
  @Text() purpose!: string;
  @Code() payee!: string;
  @Code() lifeArea!: string;
  @Percentages({ optional: true }) split?: PercentagesInput;
  @Text({ says: 'Why it fits the aim of the law.' }) legitimate!: string;
  @Text({ says: 'Why the household stands behind it.' }) committed!: string;
  @Text({ says: 'What it saves or brings.' }) returns!: string;
  @Text({ says: 'Why the regular route does not help.' }) regularRouteRuledOut!: string;
  @Flag({ optional: true }) duplicateConfirmed?: boolean;
  @Flag({ optional: true, says: 'Spent first, approved afterwards.' }) emergency?: boolean;
  @Year({ optional: true, says: 'Left out: the year in which it is asked.' }) year?: number;
}

@InputType()
export class ApproveSpendingInput extends OnRequest {}

@InputType()
export class ReturnSpendingInput extends OnRequest {
  @Text() question!: string;
}

@InputType()
export class AnswerReturnInput extends OnRequest {
  @Text() answer!: string;
}

@InputType()
export class RejectSpendingInput extends OnRequest {
  @Text() reason!: string;
}

@InputType()
export class WithdrawSpendingInput extends OnRequest {}

@InputType()
export class ConfirmDeliveryInput extends OnRequest {
  @Day() on!: BusinessDate;
}

@InputType()
export class ConfirmReceiptInput extends OnRequest {
  @Choice(confirmers) by!: Confirmer;
}

@InputType()
export class RecordPaymentInput extends OnRequest {
  @Id() paymentId!: Uuid;
  @Amount() amount!: Cents;
  @Day({ says: 'Its year is the year of the cost.' }) deliveredOn!: BusinessDate;
}

@InputType()
export class RecordRefundInput extends OnRequest {
  @Id() paymentId!: Uuid;
  @Id() refundId!: Uuid;
  @Amount() amount!: Cents;
}

@InputType()
export class SettleSpendingInput extends OnRequest {}

export const spendingInputs = {
  RequestSpending: RequestSpendingInput,
  ApproveSpending: ApproveSpendingInput,
  ReturnSpending: ReturnSpendingInput,
  AnswerReturn: AnswerReturnInput,
  RejectSpending: RejectSpendingInput,
  WithdrawSpending: WithdrawSpendingInput,
  ConfirmDelivery: ConfirmDeliveryInput,
  ConfirmReceipt: ConfirmReceiptInput,
  RecordPayment: RecordPaymentInput,
  RecordRefund: RecordRefundInput,
  SettleSpending: SettleSpendingInput,
};
