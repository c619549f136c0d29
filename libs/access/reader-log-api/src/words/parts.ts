import type { SentencePair } from '@perspectief/edge';

interface Part extends SentencePair {
  readonly commands: readonly string[];
}

/** The parts of a file that commands write in, in words that follow "wijzigde" and "changed". */
export const parts: readonly Part[] = [
  {
    nl: 'de gegevens van het huishouden', en: 'the details of the household',
    commands: ['RegisterHousehold', 'AddMember', 'ChangeMember', 'LeaveHousehold', 'MoveHousehold', 'EraseHousehold', 'EraseLawData'],
  },
  {
    nl: 'wie het dossier mag zien', en: 'who may see the file',
    commands: ['RecordSharingGround', 'WithdrawSharingGround', 'RestrictHousehold', 'LiftRestriction', 'GiveMemberAccess', 'WithdrawMemberAccess'],
  },
  { nl: 'het begin of het einde van de hulp', en: 'the start or the end of the support', commands: ['OpenTrajectory', 'AssignCoach', 'CompleteIntake', 'StopTrajectory'] },
  {
    nl: 'de aanvragen', en: 'the applications',
    commands: ['ReceiveApplication', 'DecideApplication', 'SuspendClock', 'ResumeClock', 'CompleteInvestigation', 'ExtendTerm', 'RecordAdvance'],
  },
  { nl: 'de contacten', en: 'the contacts', commands: ['HoldFirstConversation', 'LogContact'] },
  { nl: 'het verhaal', en: 'the story', commands: ['TellStory', 'CorrectStory'] },
  {
    nl: 'het plan', en: 'the plan',
    commands: ['AssessLifeAreas', 'IdentifyNeed', 'SetGoal', 'PlanAction', 'CompleteAction', 'RewardStep', 'ReachGoal', 'DropGoal', 'AgreePlan'],
  },
  { nl: 'het dossier', en: 'the file', commands: ['BreakGlass'] },
  { nl: 'het oordeel over een noodtoegang', en: 'the review of an emergency access', commands: ['ReviewBreakGlass'] },
  { nl: 'een datum', en: 'a date', commands: ['CorrectDate'] },
  {
    nl: 'de schulden', en: 'the debts',
    commands: [
      'RegisterDebt', 'CorrectDebt', 'RemoveDebt', 'ConfirmDebtInventory', 'RequestBalances', 'RecordBalance', 'StartArrangement',
      'RecordProtectedAmount', 'ForgiveMunicipalDebt',
    ],
  },
  {
    nl: 'het tandem', en: 'the tandem',
    commands: [
      'ProposeTandem', 'AcceptTandem', 'DeclineTandem', 'LogTandemContact', 'PauseTandem', 'ResumeTandem', 'ReplaceExpert', 'ReplaceCoach', 'EndTandem',
    ],
  },
  {
    nl: 'de hulp bij crisis', en: 'the help in a crisis',
    commands: [
      'ReportThreat', 'CloseThreat', 'PostponeThreat', 'RequestFreeze', 'RecordInterimOrder', 'GrantFreeze', 'DenyFreeze', 'RecordCreditorResponse',
      'ConfirmCurrentCostsPaid', 'ReportBreach', 'ExtendFreeze', 'LiftFreeze', 'ExpireFreeze', 'ReportToCourt', 'OpenSafetyTask', 'CloseSafetyTask',
    ],
  },
  {
    nl: 'de schuldregeling', en: 'the debt arrangement',
    commands: [
      'DraftBuyOut', 'SendOffers', 'RecordOfferResponse', 'LapseOffer', 'AskForcedSettlement', 'RecordCourtRuling', 'RequestFunding', 'ConfirmFunding',
      'RefuseFunding', 'PayCreditor', 'AgreeRepayment', 'RecordRepayment', 'MissRepayment', 'AwardIncentive', 'FailBuyOut',
    ],
  },
  {
    nl: 'de nazorg', en: 'the aftercare',
    commands: ['StartAftercare', 'HoldCheckIn', 'MissCheckIn', 'ReportSetback', 'ResumeSupport', 'CompleteAftercare'],
  },
  { nl: 'een knelpunt in de regels', en: 'a bottleneck in the rules', commands: ['ReportBottleneck'] },
  {
    nl: 'een aanvraag voor geld', en: 'a request for money',
    commands: [
      'RequestSpending', 'ApproveSpending', 'ReturnSpending', 'AnswerReturn', 'RejectSpending', 'WithdrawSpending', 'ConfirmDelivery', 'ConfirmReceipt',
      'RecordPayment', 'SettleSpending', 'RecordRefund', 'ProposeCeilingRaise', 'ConfirmCeilingRaise', 'ReserveBuyOut', 'ReleaseBuyOut', 'RecordBuyOutPaid',
    ],
  },
  { nl: 'het budget van de wijk', en: 'the budget of the area', commands: ['OpenBudget', 'Contribute', 'WithdrawContribution', 'GrantMandate', 'RevokeMandate', 'CloseYear'] },
  { nl: 'mensen, teams en gebieden', en: 'people, teams and areas', commands: ['PutPerson', 'PutTeam', 'PutArea'] },
];

const byCommand = new Map(parts.flatMap(({ nl, en, commands }) => commands.map((command) => [command, { nl, en }] as const)));
const file: SentencePair = { nl: 'het dossier', en: 'the file' };

/** The name of a command or of its mutation. */
export const commandName = (what: string): string => what.charAt(0).toUpperCase() + what.slice(1);

export const hasPart = (what: string): boolean => byCommand.has(commandName(what));
export const partInWords = (what: string): SentencePair => byCommand.get(commandName(what)) ?? file;
