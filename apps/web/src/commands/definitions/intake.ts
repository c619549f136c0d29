import {
  area, choice, date, dateTime, fresh, given, law, lifeArea, longText, money, optional, pick, picks, scale, scores, text, yesNo, type Forms,
} from '../fields';

/** Getting to know each other, applications, the story and the plan. */
export const intake: Forms<
  | 'openTrajectory' | 'assignCoach' | 'receiveApplication' | 'suspendClock' | 'resumeClock' | 'decideApplication' | 'completeInvestigation'
  | 'extendTerm' | 'recordAdvance' | 'holdFirstConversation' | 'logContact' | 'tellStory' | 'correctStory' | 'correctDate' | 'assessLifeAreas'
  | 'identifyNeed' | 'setGoal' | 'planAction' | 'completeAction' | 'rewardStep' | 'reachGoal' | 'dropGoal' | 'agreePlan' | 'completeIntake'
  | 'stopTrajectory' | 'reportBottleneck'
> = {
  openTrajectory: { trajectoryId: fresh, householdId: given, area, source: choice('source', ['self', 'early-signal', 'referral', 'street-approach']) },
  assignCoach: { trajectoryId: given, coachId: pick('coaches') },
  receiveApplication: {
    trajectoryId: given, applicationId: fresh, law,
    kind: choice('applicationKind', ['debt-help', 'support-report', 'provision', 'youth-provision', 'general-assistance', 'special-assistance']),
  },
  suspendClock: {
    trajectoryId: given, applicationId: given, reason: choice('suspension', ['supplement-requested', 'consent', 'applicant-delay', 'force-majeure']), from: date,
  },
  resumeClock: { trajectoryId: given, applicationId: given, on: date },
  decideApplication: {
    trajectoryId: given, applicationId: given, outcome: choice('decision', ['granted', 'partly-granted', 'refused', 'withdrawn']), note: optional(longText),
  },
  completeInvestigation: { trajectoryId: given, applicationId: given },
  extendTerm: { trajectoryId: given, applicationId: given, newDue: date, reason: longText },
  recordAdvance: { trajectoryId: given, applicationId: given, amount: money },
  holdFirstConversation: { trajectoryId: given, place: choice('place', ['home', 'office', 'phone', 'online']), applicationId: optional(pick('applications')) },
  logContact: { trajectoryId: given, contactId: fresh, kind: choice('contact', ['call', 'visit', 'letter', 'message']), reached: yesNo, note: optional(longText) },
  tellStory: { trajectoryId: given, storyId: fresh, text: longText, visibleTo: picks('readers') },
  correctStory: { trajectoryId: given, storyId: given, text: longText },
  correctDate: { trajectoryId: given, eventId: given, happenedOn: dateTime, reason: longText },
  assessLifeAreas: {
    trajectoryId: given, assessmentId: fresh, by: choice('assessedBy', ['household', 'coach']), scores, qualityOfLife: optional(scale(0, 10)), note: optional(longText),
  },
  identifyNeed: { trajectoryId: given, needId: fresh, domain: law, description: longText },
  setGoal: { trajectoryId: given, goalId: fresh, wish: longText, lifeArea, targetDate: date },
  planAction: { trajectoryId: given, goalId: pick('goals'), actionId: fresh, what: text, who: pick('people'), dueOn: date },
  completeAction: { trajectoryId: given, actionId: given },
  rewardStep: { trajectoryId: given, actionId: given, what: text },
  reachGoal: { trajectoryId: given, goalId: given },
  dropGoal: { trajectoryId: given, goalId: given, reason: longText },
  agreePlan: { trajectoryId: given },
  completeIntake: { trajectoryId: given },
  stopTrajectory: {
    trajectoryId: given, reason: choice('stop', ['moved', 'withdrew', 'no-contact', 'deceased', 'unsuitable', 'other']), note: optional(longText),
  },
  reportBottleneck: { trajectoryId: given, bottleneckId: fresh, rule: text, organisation: text, description: longText },
};

