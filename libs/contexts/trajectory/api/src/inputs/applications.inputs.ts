import { InputType } from '@nestjs/graphql';
import { Amount, Choice, Day, Id, Text } from '@perspectief/edge';
import { domains, type BusinessDate, type Cents, type Domain, type Uuid } from '@perspectief/kernel';
import { AppliedUnderItsLaw, applicationKinds, type ApplicationKind } from './application-kind.js';
import { OnTrajectory } from './on-trajectory.js';

const suspensionReasons = ['supplement-requested', 'consent', 'applicant-delay', 'force-majeure'] as const;
const applicationOutcomes = ['granted', 'partly-granted', 'refused', 'withdrawn'] as const;

@InputType({ isAbstract: true })
abstract class OnApplication extends OnTrajectory {
  @Id() applicationId!: Uuid;
}

@InputType()
export class ReceiveApplicationInput extends OnApplication {
  @Choice(domains) law!: Domain;
  @AppliedUnderItsLaw() @Choice(applicationKinds) kind!: ApplicationKind;
}

@InputType()
export class SuspendClockInput extends OnApplication {
  @Choice(suspensionReasons) reason!: (typeof suspensionReasons)[number];
  @Day({ says: 'Day of the request; the clock stands from the next day.' }) from!: BusinessDate;
}

@InputType()
export class ResumeClockInput extends OnApplication {
  @Day() on!: BusinessDate;
}

@InputType()
export class DecideApplicationInput extends OnApplication {
  @Choice(applicationOutcomes) outcome!: (typeof applicationOutcomes)[number];
  @Text({ optional: true }) note?: string;
}

@InputType()
export class CompleteInvestigationInput extends OnApplication {}

@InputType()
export class ExtendTermInput extends OnApplication {
  @Day() newDue!: BusinessDate;
  @Text() reason!: string;
}

@InputType()
export class RecordAdvanceInput extends OnApplication {
  @Amount() amount!: Cents;
}

export const applicationInputs = {
  ReceiveApplication: ReceiveApplicationInput,
  SuspendClock: SuspendClockInput,
  ResumeClock: ResumeClockInput,
  DecideApplication: DecideApplicationInput,
  CompleteInvestigation: CompleteInvestigationInput,
  ExtendTerm: ExtendTermInput,
  RecordAdvance: RecordAdvanceInput,
};
