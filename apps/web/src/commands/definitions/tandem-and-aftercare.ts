import { choice, date, dates, fresh, given, longText, money, optional, pick, scale, text, whole, yesNo, type Forms } from '../fields';

/** The pair of coach and experience expert, and the time after. */
export const tandemAndAftercare: Forms<
  | 'proposeTandem' | 'acceptTandem' | 'declineTandem' | 'logTandemContact' | 'pauseTandem' | 'resumeTandem' | 'replaceExpert' | 'replaceCoach' | 'endTandem'
  | 'startAftercare' | 'holdCheckIn' | 'missCheckIn' | 'reportSetback' | 'resumeSupport' | 'completeAftercare'
> = {
  proposeTandem: { trajectoryId: given, tandemId: fresh, coachId: pick('coaches'), expertId: pick('experts') },
  acceptTandem: { trajectoryId: given },
  declineTandem: { trajectoryId: given, reason: optional(longText) },
  logTandemContact: {
    trajectoryId: given, contactId: fresh, kind: choice('contact', ['home-visit', 'call', 'message', 'walk', 'together']), minutes: whole(1, 600), note: optional(longText),
  },
  pauseTandem: { trajectoryId: given },
  resumeTandem: { trajectoryId: given },
  replaceExpert: { trajectoryId: given, expertId: pick('experts') },
  replaceCoach: { trajectoryId: given, coachId: pick('coaches') },
  endTandem: { trajectoryId: given, reason: longText },
  startAftercare: { trajectoryId: given, until: date, checkIns: dates },
  holdCheckIn: { trajectoryId: given, checkInId: fresh, number: given, wellbeing: scale(0, 10), newArrears: yesNo, note: optional(longText) },
  missCheckIn: { trajectoryId: given, number: given },
  reportSetback: {
    trajectoryId: given, kind: choice('setback', ['arrears', 'income', 'health', 'housing', 'other']), partner: optional(text), amount: optional(money), note: optional(longText),
  },
  resumeSupport: { trajectoryId: given, reason: longText },
  completeAftercare: { trajectoryId: given, outcome: choice('ending', ['stable', 'stable-with-support', 'other-help', 'relapsed']) },
};
