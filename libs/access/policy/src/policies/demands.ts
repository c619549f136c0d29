import type { HouseholdCommand } from '@perspectief/household-domain';
import type { PooledBudgetCommand } from '@perspectief/pooled-budget-domain';
import type { TrajectoryCommand } from '@perspectief/trajectory-domain';
import { studyActions, type StudyAction } from './study-demands.js';

type Internal = 'ClaimHousehold' | 'ReleaseHousehold' | 'ExpireFreeze' | 'LapseOffer' | 'ReserveBuyOut' | 'ReleaseBuyOut' | 'RecordBuyOutPaid';
export type StreamCommand = Exclude<(HouseholdCommand | TrajectoryCommand | PooledBudgetCommand)['type'], Internal>;

/** What an argument names. `home`: a household; `file`: a trajectory; `place`: an area where something new would be. */
export type Named = 'home' | 'file' | 'pot' | 'request' | 'place';

/** What a question or command is about: every one of the named things must be the viewer's to see, or a list is narrowed. */
export type Demand =
  | { readonly about: readonly (readonly [named: Named, argument: string])[]; readonly optional?: readonly string[] }
  | { readonly list: true }
  /** `listing`: its rows are about households, and the reader log says which. */
  | { readonly office: true; readonly listing?: true };

const onFile: Demand = { about: [['file', 'trajectoryId']] };
const onHome: Demand = { about: [['home', 'householdId']] };
const onPot: Demand = { about: [['pot', 'budgetId']] };
const onPotForFile: Demand = { about: [['pot', 'budgetId'], ['file', 'trajectoryId']] };
const onRequest: Demand = { about: [['request', 'requestId']] };
const list: Demand = { list: true };
const office: Demand = { office: true };
const listing: Demand = { office: true, listing: true };

const householdCommands = {
  RegisterHousehold: { about: [['place', 'area']] },
  AddMember: onHome, ChangeMember: onHome, LeaveHousehold: onHome, RecordSharingGround: onHome, WithdrawSharingGround: onHome,
  MoveHousehold: onHome, GiveMemberAccess: onHome, WithdrawMemberAccess: onHome, RestrictHousehold: onHome, LiftRestriction: onHome,
  EraseHousehold: onHome, EraseLawData: onHome,
} as const satisfies Record<Exclude<HouseholdCommand['type'], Internal>, Demand>;

const trajectoryCommands = {
  OpenTrajectory: { about: [['home', 'householdId'], ['place', 'area']] },
  AssignCoach: onFile, ReceiveApplication: onFile, SuspendClock: onFile, ResumeClock: onFile, DecideApplication: onFile,
  CompleteInvestigation: onFile, ExtendTerm: onFile, RecordAdvance: onFile, HoldFirstConversation: onFile, CompleteIntake: onFile,
  StopTrajectory: onFile, LogContact: onFile, TellStory: onFile, CorrectStory: onFile, CorrectDate: onFile, AssessLifeAreas: onFile,
  IdentifyNeed: onFile, SetGoal: onFile, PlanAction: onFile, CompleteAction: onFile, RewardStep: onFile, ReachGoal: onFile,
  DropGoal: onFile, AgreePlan: onFile, RegisterDebt: onFile, CorrectDebt: onFile, RemoveDebt: onFile, ConfirmDebtInventory: onFile,
  RequestBalances: onFile, RecordBalance: onFile, StartArrangement: onFile, RecordProtectedAmount: onFile, ProposeTandem: onFile,
  AcceptTandem: onFile, DeclineTandem: onFile, LogTandemContact: onFile, PauseTandem: onFile, ResumeTandem: onFile, ReplaceExpert: onFile,
  ReplaceCoach: onFile, EndTandem: onFile, ReportThreat: onFile, CloseThreat: onFile, PostponeThreat: onFile, RequestFreeze: onFile,
  RecordInterimOrder: onFile, GrantFreeze: onFile, DenyFreeze: onFile, RecordCreditorResponse: onFile, ConfirmCurrentCostsPaid: onFile,
  ReportBreach: onFile, ExtendFreeze: onFile, LiftFreeze: onFile, ReportToCourt: onFile, OpenSafetyTask: onFile, CloseSafetyTask: onFile,
  DraftBuyOut: onFile, SendOffers: onFile, RecordOfferResponse: onFile, AskForcedSettlement: onFile, RecordCourtRuling: onFile,
  RequestFunding: { about: [['file', 'trajectoryId'], ['pot', 'budgetId']], optional: ['budgetId'] },
  ConfirmFunding: onFile, RefuseFunding: onFile, PayCreditor: onFile, AgreeRepayment: onFile, RecordRepayment: onFile, MissRepayment: onFile,
  ForgiveMunicipalDebt: onFile, AwardIncentive: onFile, FailBuyOut: onFile, StartAftercare: onFile, HoldCheckIn: onFile, MissCheckIn: onFile,
  ReportSetback: onFile, ResumeSupport: onFile, CompleteAftercare: onFile, ReportBottleneck: onFile,
} as const satisfies Record<Exclude<TrajectoryCommand['type'], Internal>, Demand>;

const budgetCommands = {
  OpenBudget: { about: [['place', 'area']] },
  Contribute: onPot, WithdrawContribution: onPot, GrantMandate: onPot, RevokeMandate: onPot, CloseYear: onPot,
  ProposeCeilingRaise: onPotForFile, ConfirmCeilingRaise: onPotForFile, RequestSpending: onPotForFile,
  ApproveSpending: onRequest, ReturnSpending: onRequest, AnswerReturn: onRequest, RejectSpending: onRequest, WithdrawSpending: onRequest,
  ConfirmDelivery: onRequest, ConfirmReceipt: onRequest, RecordPayment: onRequest, RecordRefund: onRequest, SettleSpending: onRequest,
} as const satisfies Record<Exclude<PooledBudgetCommand['type'], Internal>, Demand>;

/** Every command that may come from outside; one that is missing does not compile. */
export const commandDemands = { ...householdCommands, ...trajectoryCommands, ...budgetCommands } as const satisfies Record<StreamCommand, Demand>;

/** Every query, subscription, export and other mutation of the service; a test walks the schema for one that is missing. */
export const readDemands = {
  trajectory: { about: [['file', 'id']] },
  clocks: onFile,
  timeline: onFile,
  household: { about: [['home', 'id']] },
  households: list,
  worklist: list,
  pooledBudget: onPot,
  pooledBudgets: list,
  mandates: onPot,
  yearStatement: onPot,
  spendingFlow: onPot,
  householdSpend: { about: [['file', 'trajectoryId'], ['pot', 'budgetId']], optional: ['budgetId'] },
  householdPurchases: onFile,
  approvalQueue: list,
  spendingRequest: onRequest,
  budgetAttention: list,
  readerLog: onHome,
  readerLogExport: onHome,
  looks: office,
  deniedTries: office,
  breakGlasses: listing,
  retentionDue: listing,
  householdExport: { about: [['home', 'id']] },
  projectionStatus: office,
  trajectoryChanged: { about: [['file', 'id']] },
  worklistChanged: list,
  approvalQueueChanged: list,
  breakGlassesChanged: office,
  'year-statement.csv': onPot,
  'ledger.csv': onPot,
  people: office,
  teams: office,
  areas: office,
  BreakGlass: onHome,
  ReviewBreakGlass: onHome,
  PutPerson: office,
  PutTeam: office,
  PutArea: office,
} as const satisfies Record<string, Demand>;

export const demands: Readonly<Record<CaseworkAction, Demand>> = { ...commandDemands, ...readDemands };
export type CaseworkAction = keyof typeof commandDemands | keyof typeof readDemands;
/** Whatever a policy may speak of, in casework and in the evaluation service. */
export type Action = CaseworkAction | StudyAction;
export const actions = [...Object.keys(commandDemands), ...Object.keys(readDemands), ...studyActions] as Action[];
/** Whether casework answers to that name. */
export const isAction = (name: string): name is CaseworkAction => Object.hasOwn(commandDemands, name) || Object.hasOwn(readDemands, name);
export const isStreamCommand = (action: Action): action is StreamCommand => Object.hasOwn(commandDemands, action);
