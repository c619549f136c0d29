import { breakingGlass } from './break-glass.js';
import { staffNames } from './offices.js';
import { WHOLE_FILE } from './parts.js';
import { ME, MY_AREAS, MY_MUNICIPALITY, type Condition, type RolePolicy } from './words.js';

/** The own team's area, for cover; and wherever this coach is assigned, or half of the tandem. */
const inMyArea: Condition = { municipality: MY_MUNICIPALITY, areas: { $in: MY_AREAS } };
const mine: Condition = { municipality: MY_MUNICIPALITY, coaches: ME };
const own = [inMyArea, mine];

export const neighbourhoodCoach: RolePolicy = {
  role: 'neighbourhood-coach',
  rows: [
    {
      may: ['RegisterHousehold', 'OpenTrajectory'],
      on: 'place',
      when: [inMyArea],
      why: { nl: 'Een coach begint hulp in de eigen wijk.', en: 'A coach begins support in the own area.' },
      source: 'domain.md 9',
      purpose: 'support',
    },
    {
      may: [
        ...(['OpenTrajectory', 'AddMember', 'ChangeMember', 'LeaveHousehold', 'RecordSharingGround', 'WithdrawSharingGround', 'MoveHousehold'] as const),
        ...(['GiveMemberAccess', 'WithdrawMemberAccess', 'AssignCoach', 'HoldFirstConversation', 'CompleteIntake', 'StopTrajectory'] as const),
        ...(['LogContact', 'TellStory', 'CorrectStory', 'CorrectDate', 'AssessLifeAreas', 'IdentifyNeed', 'SetGoal', 'PlanAction'] as const),
        ...(['CompleteAction', 'RewardStep', 'ReachGoal', 'DropGoal', 'AgreePlan', 'ReportBottleneck', 'AwardIncentive'] as const),
        ...(['ReceiveApplication', 'SuspendClock', 'ResumeClock', 'DecideApplication', 'CompleteInvestigation', 'ExtendTerm', 'RecordAdvance'] as const),
      ],
      on: 'file',
      when: own,
      why: { nl: 'De coach is het vaste gezicht: het huishouden, de start en het plan.', en: 'The coach is the regular contact: household, intake and plan.' },
      source: 'domain.md 9',
      purpose: 'support',
    },
    {
      may: [
        ...(['ProposeTandem', 'AcceptTandem', 'DeclineTandem', 'LogTandemContact', 'PauseTandem', 'ResumeTandem', 'ReplaceExpert'] as const),
        ...(['ReplaceCoach', 'EndTandem', 'StartAftercare', 'HoldCheckIn', 'MissCheckIn', 'ReportSetback', 'ResumeSupport', 'CompleteAftercare'] as const),
      ],
      on: 'file',
      when: own,
      why: { nl: 'De coach begeleidt in tandem en in de nazorg; wat het huishouden zelf zegt, legt de coach ook vast.', en: 'The coach supports in tandem and in aftercare, and records what the household says.' },
      source: 'domain.md 9',
      purpose: 'support',
    },
    {
      may: [
        ...(['ReportThreat', 'CloseThreat', 'PostponeThreat', 'RequestFreeze', 'RecordInterimOrder', 'GrantFreeze', 'DenyFreeze', 'ReportToCourt'] as const),
        ...(['RecordCreditorResponse', 'ConfirmCurrentCostsPaid', 'ReportBreach', 'ExtendFreeze', 'LiftFreeze', 'OpenSafetyTask'] as const),
        ...(['CloseSafetyTask', 'RegisterDebt'] as const),
      ],
      on: 'file',
      when: own,
      why: { nl: 'De coach zorgt voor rust en veiligheid, en meldt schulden aan.', en: 'The coach sees to calm and safety, and registers debts.' },
      source: 'domain.md 9',
      purpose: 'support',
      law: 'schuldhulp',
    },
    {
      may: ['household', 'households', 'trajectory', 'clocks', 'timeline', 'trajectoryChanged'],
      on: 'file',
      when: own,
      parts: WHOLE_FILE,
      why: { nl: 'De coach ziet de eigen huishoudens heel, en neemt waar voor het team.', en: 'The coach sees own households whole, and covers within the team.' },
      source: 'domain.md 9',
      purpose: 'support',
    },
    {
      may: ['trajectory', 'timeline'],
      on: 'file',
      when: [{ municipality: MY_MUNICIPALITY, tandem: ME }],
      parts: ['tandem-notes'],
      why: { nl: 'Wat het tandem opschrijft, lezen die twee alleen.', en: 'What the tandem writes down is read by those two alone.' },
      source: 'EX-06',
      purpose: 'tandem',
    },
    {
      may: ['worklist', 'worklistChanged'],
      on: 'file',
      when: own,
      parts: ['coach-work', 'debt-work', 'budget-work'],
      why: { nl: 'De werklijst is van het hele team, ook wat bij een ander ligt.', en: 'The worklist is that of the whole team, what waits for others too.' },
      source: 'domain.md 9',
      purpose: 'support',
    },
    {
      may: ['RequestSpending', 'householdSpend', 'householdPurchases'],
      on: 'file',
      when: own,
      parts: ['spending'],
      why: { nl: 'De coach vraagt geld aan en ziet hoeveel ruimte er is.', en: 'The coach asks for money and sees the room that is left.' },
      source: 'domain.md 9',
      purpose: 'spending',
    },
    {
      may: ['RequestSpending', 'pooledBudget', 'pooledBudgets', 'mandates'],
      on: 'pot',
      when: [inMyArea],
      parts: ['room', 'own-mandate'],
      why: { nl: 'Van potten in de eigen wijk ziet de coach de ruimte en het eigen mandaat.', en: 'Of pots in the own area the coach sees the room and the own mandate.' },
      source: 'domain.md 9',
      purpose: 'spending',
    },
    {
      may: ['householdSpend'],
      on: 'pot',
      when: [{ municipality: MY_MUNICIPALITY }],
      parts: ['room'],
      why: { nl: 'Wat een eigen huishouden kreeg, uit welke pot ook.', en: 'What an own household had, from whatever pot.' },
      source: 'domain.md 9',
      purpose: 'spending',
    },
    {
      may: ['spendingRequest', 'budgetAttention', 'AnswerReturn', 'WithdrawSpending', 'ConfirmDelivery', 'ConfirmReceipt'],
      on: 'request',
      when: [{ municipality: MY_MUNICIPALITY, requestedBy: ME }, mine],
      parts: ['request', 'reasons'],
      why: { nl: 'De coach volgt de eigen aanvragen en die van eigen huishoudens.', en: 'The coach follows own requests and those of own households.' },
      source: 'domain.md 9',
      purpose: 'spending',
    },
    ...breakingGlass,
    staffNames,
  ],
};
