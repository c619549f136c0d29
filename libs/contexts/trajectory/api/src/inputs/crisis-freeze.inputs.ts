import { InputType } from '@nestjs/graphql';
import { Choice, Codes, Day, Id, Ids, Month, Text } from '@perspectief/edge';
import type { BusinessDate, Uuid } from '@perspectief/kernel';
import { OnTrajectory } from './on-trajectory.js';

const instruments = ['standstill', 'narrow-moratorium', 'broad-moratorium', 'provisional-relief', 'municipal-collection-stop'] as const;
const responses = ['accepted', 'refused'] as const;
const breaches = ['current-costs-unpaid', 'creditor-went-on', 'new-debt'] as const;

@InputType({ isAbstract: true })
abstract class OnFreeze extends OnTrajectory {
  @Id() freezeId!: Uuid;
}

@InputType()
export class RequestFreezeInput extends OnFreeze {
  @Id({ optional: true }) threatId?: Uuid;
  @Choice(instruments) instrument!: (typeof instruments)[number];
  @Ids() debts!: Uuid[];
  @Day({ optional: true, says: 'Last day that is asked for.' }) until?: BusinessDate;
  @Codes({ says: 'What lies with the request, such as judgment, debt-list or budget-management.' }) evidence!: string[];
}

@InputType()
export class RecordInterimOrderInput extends OnFreeze {}

@InputType()
export class GrantFreezeInput extends OnFreeze {
  @Day() from!: BusinessDate;
  @Day({ optional: true, says: 'Last day; only provisional relief may be without.' }) until?: BusinessDate;
  @Codes() conditions!: string[];
}

@InputType()
export class DenyFreezeInput extends OnFreeze {
  @Codes() grounds!: string[];
}

@InputType()
export class RecordCreditorResponseInput extends OnFreeze {
  @Id() debtId!: Uuid;
  @Choice(responses) response!: (typeof responses)[number];
}

@InputType()
export class ConfirmCurrentCostsPaidInput extends OnFreeze {
  @Month() month!: string;
}

@InputType()
export class ReportBreachInput extends OnFreeze {
  @Choice(breaches) what!: (typeof breaches)[number];
  @Id({ optional: true }) debtId?: Uuid;
  @Text({ optional: true }) note?: string;
}

@InputType()
export class ExtendFreezeInput extends OnFreeze {
  @Day() until!: BusinessDate;
}

@InputType()
export class LiftFreezeInput extends OnFreeze {
  @Text() reason!: string;
}

@InputType()
export class ReportToCourtInput extends OnFreeze {}

export const crisisFreezeInputs = {
  RequestFreeze: RequestFreezeInput,
  RecordInterimOrder: RecordInterimOrderInput,
  GrantFreeze: GrantFreezeInput,
  DenyFreeze: DenyFreezeInput,
  RecordCreditorResponse: RecordCreditorResponseInput,
  ConfirmCurrentCostsPaid: ConfirmCurrentCostsPaidInput,
  ReportBreach: ReportBreachInput,
  ExtendFreeze: ExtendFreezeInput,
  LiftFreeze: LiftFreezeInput,
  ReportToCourt: ReportToCourtInput,
};
