import type { BusinessDate, CommandOf, Domain, Uuid } from '@perspectief/kernel';

export type PlanCommand = CommandOf<{
  IdentifyNeed: { trajectoryId: Uuid; needId: Uuid; domain: Domain; description: string };
  SetGoal: { trajectoryId: Uuid; goalId: Uuid; wish: string; lifeArea: string; targetDate: BusinessDate };
  PlanAction: { trajectoryId: Uuid; actionId: Uuid; goalId: Uuid; who: string; dueOn: BusinessDate; what: string };
  CompleteAction: { trajectoryId: Uuid; actionId: Uuid };
  RewardStep: { trajectoryId: Uuid; actionId: Uuid; what: string };
  ReachGoal: { trajectoryId: Uuid; goalId: Uuid };
  DropGoal: { trajectoryId: Uuid; goalId: Uuid; reason: string };
  AgreePlan: { trajectoryId: Uuid };
}>;
