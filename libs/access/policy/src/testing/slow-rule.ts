import type { FileSubject, RequestSubject, Subject, Viewer } from '../index.js';

/** Domain contract, section 9, written a second time without looking at the policies: slow, obvious, one sentence a line. */
const TRAJECTORY_WORK =
  'AssignCoach ReceiveApplication SuspendClock ResumeClock DecideApplication CompleteInvestigation ExtendTerm RecordAdvance HoldFirstConversation ' +
  'CompleteIntake StopTrajectory LogContact TellStory CorrectStory CorrectDate AssessLifeAreas IdentifyNeed SetGoal PlanAction CompleteAction ' +
  'RewardStep ReachGoal DropGoal AgreePlan ReportBottleneck AwardIncentive';
const TANDEM = 'ProposeTandem AcceptTandem DeclineTandem LogTandemContact PauseTandem ResumeTandem ReplaceExpert ReplaceCoach EndTandem';
const AFTERCARE = 'StartAftercare HoldCheckIn MissCheckIn ReportSetback ResumeSupport CompleteAftercare';
const FREEZE =
  'RequestFreeze RecordInterimOrder GrantFreeze DenyFreeze RecordCreditorResponse ConfirmCurrentCostsPaid ReportBreach ExtendFreeze LiftFreeze ReportToCourt';
const SAFETY = 'ReportThreat CloseThreat PostponeThreat OpenSafetyTask CloseSafetyTask';
const DEBTS = 'CorrectDebt RemoveDebt ConfirmDebtInventory RequestBalances RecordBalance StartArrangement RecordProtectedAmount';
const BUY_OUT =
  'DraftBuyOut SendOffers RecordOfferResponse AskForcedSettlement RecordCourtRuling RequestFunding ConfirmFunding RefuseFunding PayCreditor ' +
  'AgreeRepayment RecordRepayment MissRepayment ForgiveMunicipalDebt FailBuyOut';
const HOUSEHOLD =
  'OpenTrajectory AddMember ChangeMember LeaveHousehold RecordSharingGround WithdrawSharingGround MoveHousehold GiveMemberAccess WithdrawMemberAccess';
const POT = 'Contribute WithdrawContribution GrantMandate RevokeMandate CloseYear ProposeCeilingRaise ConfirmCeilingRaise';

const words = (...texts: readonly string[]): readonly string[] => texts.flatMap((text) => text.split(' '));
const meets = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one));

const PAGE = ['trajectory', 'clocks', 'timeline'];
const SHARED = ['summary', 'identity', 'address', 'members', 'grounds', 'plan', 'stories', 'conversations', 'appointments', 'tandem', 'scores', 'clocks', 'debts', 'sums', 'freezes', 'buy-outs', 'aftercare', 'learning', 'spending'];
const LAWS = ['jeugd', 'wmo', 'participatiewet', 'schuldhulp'];
const WHOLE = [...SHARED, ...LAWS, 'contacts', 'notes', 'debt-notes', 'safety'];

/** Undefined part: may it be done or seen at all? */
const within = (part: string | undefined, parts: readonly string[]): boolean => part === undefined || parts.includes(part);

const coachOnFile = (me: Viewer, action: string, file: FileSubject, part?: string): boolean => {
  if (file.municipality !== me.municipality) return false;
  if (['trajectory', 'timeline'].includes(action) && file.tandem.includes(me.personId) && within(part, ['tandem-notes'])) return true;
  const mine = file.coaches.includes(me.personId) || meets(file.areas, me.areas);
  if (!mine) return false;
  if (words(HOUSEHOLD, TRAJECTORY_WORK, TANDEM, AFTERCARE, FREEZE, SAFETY, 'RegisterDebt').includes(action)) return part === undefined;
  if ([...PAGE, 'household', 'households', 'trajectoryChanged'].includes(action)) return within(part, WHOLE);
  if (['worklist', 'worklistChanged'].includes(action)) return within(part, ['coach-work', 'debt-work', 'budget-work']);
  return ['RequestSpending', 'householdSpend', 'householdPurchases'].includes(action) && within(part, ['spending']);
};

const counsellorOnFile = (me: Viewer, action: string, file: FileSubject, part?: string): boolean => {
  if (!(file.debtWork && file.municipality === me.municipality && meets(file.areas, me.areas))) return false;
  if (words(DEBTS, FREEZE, BUY_OUT, 'RegisterDebt').includes(action)) return part === undefined;
  if (words('ReceiveApplication SuspendClock ResumeClock DecideApplication ExtendTerm').includes(action)) return file.law === 'schuldhulp' && part === undefined;
  const seen = ['summary', 'stories', 'conversations', 'clocks', 'debts', 'sums', 'freezes', 'safety', 'buy-outs', 'learning', 'debt-notes', 'schuldhulp', 'participatiewet'];
  const opened = ['jeugd', 'wmo'].filter((law) => file.opened.some((opening) => opening === `schuldhulp>${law}`));
  if (PAGE.includes(action)) return within(part, [...seen, ...opened]);
  if (action === 'trajectoryChanged') return within(part, seen);
  if (['household', 'households'].includes(action)) return within(part, ['summary', 'identity', 'address', 'members', 'grounds']);
  if (['worklist', 'worklistChanged'].includes(action)) return within(part, ['debt-work']);
  return action === 'householdSpend' && within(part, ['spending']);
};

const expertOnFile = (me: Viewer, action: string, file: FileSubject, part?: string): boolean => {
  if (file.municipality !== me.municipality) return false;
  if (['trajectory', 'timeline'].includes(action) && file.tandem.includes(me.personId) && within(part, ['tandem-notes'])) return true;
  if (!file.experts.includes(me.personId)) return false;
  if (['LogTandemContact', 'HoldCheckIn', 'MissCheckIn'].includes(action)) return part === undefined;
  if (action === 'CompleteAction') return file.givenTo === me.personId && part === undefined;
  if (['trajectory', 'timeline', 'trajectoryChanged'].includes(action)) return within(part, ['summary', 'plan', 'stories', 'conversations', 'appointments', 'tandem', 'learning']);
  if (['household', 'households'].includes(action)) return within(part, ['summary', 'identity', 'members']);
  return ['worklist', 'worklistChanged'].includes(action) && within(part, ['tandem-work']);
};

const memberOnFile = (me: Viewer, action: string, file: FileSubject, part?: string): boolean => {
  if (!file.members.includes(me.personId)) return false;
  if (['AcceptTandem', 'DeclineTandem', 'EndTandem', 'TellStory'].includes(action)) return part === undefined;
  if (action === 'CorrectStory') return file.toldBy === me.personId && part === undefined;
  const own = [...PAGE, 'household', 'households', 'trajectoryChanged', 'readerLog', 'readerLogExport', 'householdSpend', 'householdPurchases', 'householdExport'];
  return own.includes(action) && within(part, [...SHARED, ...LAWS]);
};

const officerOnFile = (me: Viewer, action: string, file: FileSubject, part?: string): boolean => {
  if (file.municipality !== me.municipality) return false;
  if (['EraseHousehold', 'EraseLawData', 'RestrictHousehold', 'LiftRestriction', 'ReviewBreakGlass'].includes(action)) return part === undefined;
  return ['readerLog', 'readerLogExport'].includes(action) && within(part, ['office']);
};

const holderOnFile = (me: Viewer, action: string, file: FileSubject, part?: string): boolean => {
  if (file.municipality !== me.municipality) return false;
  return action === 'householdSpend' ? within(part, ['spending']) : ['ProposeCeilingRaise', 'ConfirmCeilingRaise'].includes(action) && part === undefined;
};

const byRole: Readonly<Record<string, typeof coachOnFile>> = {
  'neighbourhood-coach': coachOnFile,
  'debt-counsellor': counsellorOnFile,
  'experience-expert': expertOnFile,
  'household-member': memberOnFile,
  'privacy-officer': officerOnFile,
  'budget-holder': holderOnFile,
};

const MAY_BREAK = ['neighbourhood-coach', 'debt-counsellor', 'privacy-officer'];
const OVERSIGHT = ['EraseHousehold', 'EraseLawData', 'RestrictHousehold', 'LiftRestriction', 'readerLog', 'readerLogExport', 'BreakGlass', 'ReviewBreakGlass'];

const hidden = (me: Viewer, { restricted, named, members, householdId }: Pick<FileSubject, 'restricted' | 'named' | 'members' | 'householdId'>): boolean =>
  restricted && !named.includes(me.personId) && !(me.role === 'household-member' && members.includes(me.personId)) && !me.glasses.includes(householdId);

const onFile = (me: Viewer, action: string, file: FileSubject, part?: string): boolean => {
  if (hidden(me, file) && !OVERSIGHT.includes(action)) return false;
  if (action === 'BreakGlass') return MAY_BREAK.includes(me.role) && file.municipality === me.municipality && part === undefined;
  const broken = MAY_BREAK.includes(me.role) && me.glasses.includes(file.householdId);
  if (broken && [...PAGE, 'household', 'trajectoryChanged'].includes(action) && within(part, [...WHOLE, 'others-stories'])) return true;
  if (me.role === 'privacy-officer' && action === 'householdExport') return broken && within(part, [...WHOLE, 'others-stories', 'facts']);
  return byRole[me.role]?.(me, action, file, part) ?? false;
};

interface InPlace {
  readonly municipality: string;
  readonly areas: readonly string[];
}

const myPot = (me: Viewer, pot: InPlace): boolean => pot.municipality === me.municipality && (me.areas.length === 0 || meets(pot.areas, me.areas));

const onPot = (me: Viewer, action: string, pot: InPlace, part?: string): boolean => {
  const here = pot.municipality === me.municipality;
  if (me.role === 'budget-holder') {
    const may = [...words(POT), 'pooledBudget', 'pooledBudgets', 'mandates', 'yearStatement', 'spendingFlow', 'approvalQueueChanged', 'year-statement.csv', 'ledger.csv', 'householdSpend'];
    return may.includes(action) && myPot(me, pot) && within(part, ['room', 'accounts', 'mandates', 'spending']);
  }
  if (action === 'householdSpend') return ['neighbourhood-coach', 'debt-counsellor', 'household-member'].includes(me.role) && here && within(part, ['room']);
  if (me.role === 'debt-counsellor') return action === 'RequestFunding' && here && within(part, ['room']);
  const coachs = ['RequestSpending', 'pooledBudget', 'pooledBudgets', 'mandates'].includes(action) && here && meets(pot.areas, me.areas);
  return me.role === 'neighbourhood-coach' && coachs && within(part, ['room', 'own-mandate']);
};

const onRequest = (me: Viewer, action: string, request: RequestSubject, part?: string): boolean => {
  if (hidden(me, request)) return false;
  if (me.role === 'household-member') return action === 'ConfirmReceipt' && request.members.includes(me.personId) && part === undefined;
  if (me.role === 'neighbourhood-coach') {
    const may = ['spendingRequest', 'budgetAttention', 'AnswerReturn', 'WithdrawSpending', 'ConfirmDelivery', 'ConfirmReceipt'].includes(action);
    const mine = request.municipality === me.municipality && (request.requestedBy === me.personId || request.coaches.includes(me.personId));
    return may && mine && within(part, ['request', 'reasons']);
  }
  if (me.role !== 'budget-holder' || !myPot(me, request)) return false;
  if (['worklist', 'worklistChanged'].includes(action)) return within(part, ['budget-work']);
  const decides = words('ApproveSpending ReturnSpending RejectSpending RecordPayment RecordRefund SettleSpending approvalQueue spendingRequest budgetAttention');
  return decides.includes(action) && within(part, ['request', 'reasons', 'accounts']);
};

const onPlace = (me: Viewer, action: string, place: InPlace, part?: string): boolean => {
  if (part !== undefined) return false;
  if (me.role === 'budget-holder') return action === 'OpenBudget' && myPot(me, place);
  const opens = ['RegisterHousehold', 'OpenTrajectory'].includes(action);
  return me.role === 'neighbourhood-coach' && opens && place.municipality === me.municipality && meets(place.areas, me.areas);
};

const inOffice = (me: Viewer, action: string, part?: string): boolean => {
  if (me.role === 'household-member') return action === 'people' && part === undefined;
  if (['people', 'teams', 'areas'].includes(action)) return part === undefined;
  if (me.role === 'administrator') return ['PutPerson', 'PutTeam', 'PutArea', 'projectionStatus'].includes(action) && part === undefined;
  const sees = ['looks', 'deniedTries', 'breakGlasses', 'breakGlassesChanged', 'retentionDue'].includes(action);
  return me.role === 'privacy-officer' && sees && within(part, ['office']);
};

const onStudy = (me: Viewer, action: string, study: { readonly municipality: string }, part?: string): boolean => {
  if (part !== undefined || study.municipality !== me.municipality) return false;
  const all = words('studies study jobs job');
  const figures = words('ApproveStudy releases release');
  if (me.role === 'privacy-officer') return [...all, ...figures, 'DestroyStudyKey', 'studyLog'].includes(action);
  const work = [...all, 'FreezeCohort', 'CancelJob'];
  if (me.role === 'evaluator') return [...work, ...figures, 'DraftStudy', 'ReleaseFigures'].includes(action);
  return me.role === 'microdata-evaluator' && [...work, ...words('CutDataset studyCases replay counterfactual dataSets dataset-file dataset-archive')].includes(action);
};

/** May this viewer do or see this, and of it this part? */
export const slowRule = (me: Viewer, action: string, about: Subject, part?: string): boolean => {
  switch (about.kind) {
    case 'file':
      return onFile(me, action, about.facts, part);
    case 'pot':
      return onPot(me, action, about.facts, part);
    case 'request':
      return onRequest(me, action, about.facts, part);
    case 'place':
      return onPlace(me, action, about.facts, part);
    case 'study':
      return onStudy(me, action, about.facts, part);
    default:
      return inOffice(me, action, part);
  }
};
