import { Field, ObjectType } from '@nestjs/graphql';
import { MaybeCount, MaybeDay, MaybeId, ShowDay, ShowId, ShowIds, ShowText, ShowTexts } from '@perspectief/edge';

@ObjectType('CreditorResponse')
export class CreditorResponseShown {
  @ShowId() debtId!: string;
  @ShowText('accepted or refused') response!: string;
  @ShowDay() on!: string;
}

@ObjectType('Breach')
export class BreachShown {
  @ShowText() what!: string;
  @ShowDay() on!: string;
  @MaybeId() debtId?: string;
}

@ObjectType('Freeze')
export class FreezeShown {
  @ShowId() freezeId!: string;
  @ShowText() instrument!: string;
  @ShowText('requested, interim, running, denied, lifted or expired') state!: string;
  @MaybeId() threatId?: string;
  @ShowIds() debts!: readonly string[];
  @ShowTexts() evidence!: readonly string[];
  @ShowDay() requestedOn!: string;
  @MaybeDay() from?: string;
  @MaybeDay('Last day; of a request, the one that was asked for.') until?: string;
  @MaybeDay() endedOn?: string;
  @MaybeCount('Days to the last day, while it holds.') daysLeft?: number;
  @Field(() => [CreditorResponseShown]) responses!: readonly CreditorResponseShown[];
  @ShowTexts('Months of which the current costs were paid on time.') monthsConfirmed!: readonly string[];
  @Field(() => [BreachShown]) breaches!: readonly BreachShown[];
  @ShowTexts() conditions!: readonly string[];
  @ShowTexts() grounds!: readonly string[];
  @MaybeDay() courtReportedOn?: string;
}

@ObjectType('Threat')
export class ThreatShown {
  @ShowId() threatId!: string;
  @ShowText() threat!: string;
  @ShowDay() reportedOn!: string;
  @ShowDay() threatensOn!: string;
  @MaybeId() debtId?: string;
  @ShowText('open, averted or carried-out') phase!: string;
  @MaybeDay() closedOn?: string;
}

@ObjectType('SafetyTask')
export class SafetyTaskShown {
  @ShowId() taskId!: string;
  @ShowText() kind!: string;
  @ShowDay() openedOn!: string;
  @ShowDay() dueOn!: string;
  @ShowText('open or closed') phase!: string;
  @MaybeDay() closedOn?: string;
}
