import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { BusinessDateScalar, Sentence } from '@perspectief/edge';

@ObjectType({ description: 'One place where the state differs before and after; values as JSON.' })
export class ReplayChange {
  @Field(() => String, { description: 'JSON pointer.' }) path!: string;
  @Field(() => String, { nullable: true }) before!: string | null;
  @Field(() => String, { nullable: true }) after!: string | null;
}

@ObjectType()
export class ReplayClock {
  @Field(() => String) rule!: string;
  @Field(() => String, { description: 'The version of the rule that it is counted by.' }) version!: string;
  @Field(() => String) state!: string;
  @Field(() => BusinessDateScalar) due!: string;
  @Field(() => BusinessDateScalar, { nullable: true }) metOn!: string | null;
}

@ObjectType({ description: 'A clock before and after.' })
export class ReplayClockChange {
  @Field(() => String) rule!: string;
  @Field(() => ReplayClock, { nullable: true }) before!: ReplayClock | null;
  @Field(() => ReplayClock, { nullable: true }) after!: ReplayClock | null;
}

@ObjectType({ description: 'What one fact did.' })
export class ReplayStep {
  @Field(() => Int) number!: number;
  @Field(() => ID) eventId!: string;
  @Field(() => String) event!: string;
  @Field(() => BusinessDateScalar) happenedOn!: string;
  @Field(() => BusinessDateScalar) recordedOn!: string;
  @Field(() => Int, { description: 'Days between happening and recording.' }) recordedDaysLater!: number;
  @Field(() => BusinessDateScalar, { nullable: true, description: 'The date that was said first, where another one stands now.' }) firstSaidOn!: string | null;
  @Field(() => ID, { nullable: true, description: 'The event whose date this one puts right.' }) corrects!: string | null;
  @Field(() => String) role!: string;
  @Field(() => [ReplayChange]) changes!: ReplayChange[];
  @Field(() => [ReplayClockChange]) clocks!: ReplayClockChange[];
  @Field(() => [String], { description: 'Versions of the rules that applied.' }) rules!: string[];
  @Field(() => String) stateHash!: string;
}

@ObjectType({ description: 'One case of a study, fact by fact. Days are those of the study: all of one household moved by the same whole weeks.' })
export class Replay {
  @Field(() => String, { description: 'The study\'s name of the case.' }) caseId!: string;
  @Field(() => String, { description: 'as-known-then or as-known-now' }) view!: string;
  @Field(() => BusinessDateScalar, { nullable: true }) asOf!: string | null;
  @Field(() => BusinessDateScalar, { nullable: true }) knownOn!: string | null;
  @Field(() => Int, { description: 'Steps in all.' }) total!: number;
  @Field(() => BusinessDateScalar, { nullable: true, description: 'Of the first fact that is shown at all.' }) begins!: string | null;
  @Field(() => BusinessDateScalar, { nullable: true }) ends!: string | null;
  @Field(() => [ReplayStep]) steps!: ReplayStep[];
  @Field(() => [ReplayClock], { description: 'Clocks after the last of these steps.' }) clocks!: ReplayClock[];
  @Field(() => String, { nullable: true, description: 'After the last fact: the same facts give the same.' }) stateHash!: string | null;
}

@ObjectType()
export class CounterfactualDecision {
  @Field(() => String) command!: string;
  @Field(() => BusinessDateScalar) on!: string;
  @Field(() => String) before!: string;
  @Field(() => String) after!: string;
  @Field(() => Boolean, { description: 'It was never asked for: the rules of then left no room for it.' }) hypothetical!: boolean;
}

@ObjectType()
export class CounterfactualClock {
  @Field(() => String) rule!: string;
  @Field(() => BusinessDateScalar, { nullable: true }) dueBefore!: string | null;
  @Field(() => BusinessDateScalar, { nullable: true }) dueAfter!: string | null;
  @Field(() => Boolean) missedBefore!: boolean;
  @Field(() => Boolean) missedAfter!: boolean;
  @Field(() => Int) daysLateBefore!: number;
  @Field(() => Int) daysLateAfter!: number;
}

@ObjectType({ description: 'The same facts under other rules, read on a copy. It is no history.' })
export class CounterfactualShown {
  @Field(() => String) caseId!: string;
  @Field(() => String, { description: 'Always counterfactual.' }) kind!: string;
  @Field(() => String) ruleSet!: string;
  @Field(() => Sentence) says!: Sentence;
  @Field(() => BusinessDateScalar) asOf!: string;
  @Field(() => [CounterfactualDecision]) decisions!: CounterfactualDecision[];
  @Field(() => [CounterfactualClock]) clocks!: CounterfactualClock[];
  @Field(() => Int, { description: 'Euro in two digits that would shift to or from creditors with priority.' }) preferentialShift!: number;
  @Field(() => Int) concurrentShift!: number;
  @Field(() => Int) approvalsBefore!: number;
  @Field(() => Int) approvalsAfter!: number;
  @Field(() => Int, { nullable: true, description: 'Whole days of waiting for more approvals.' }) daysWaiting!: number | null;
  @Field(() => Int) decidedAgain!: number;
  @Field(() => Int, { description: 'Decisions that hang on more than these facts tell.' }) notComparable!: number;
}

@ObjectType()
export class StudyCaseShown {
  @Field(() => String) caseId!: string;
  @Field(() => String) arm!: string;
}
