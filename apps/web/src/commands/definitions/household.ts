import { area, bsn, checks, choice, date, fresh, given, LAWS, longText, optional, text, type Forms } from '../fields';

const role = choice('role', ['adult', 'child']);

/** Who lives together, and on what grounds we share what we know. */
export const household: Forms<
  | 'registerHousehold' | 'addMember' | 'changeMember' | 'leaveHousehold' | 'recordSharingGround' | 'withdrawSharingGround' | 'moveHousehold'
  | 'eraseHousehold'
> = {
  registerHousehold: { householdId: fresh, municipality: given, area, name: text, address: text },
  addMember: { householdId: given, memberId: fresh, role, name: text, birthDate: date, bsn: optional(bsn), from: date },
  changeMember: { householdId: given, memberId: given, role: optional(role), name: optional(text), birthDate: optional(date), bsn: optional(bsn) },
  leaveHousehold: { householdId: given, memberId: given, on: date, reason: longText },
  recordSharingGround: {
    householdId: given, groundId: fresh, law: choice('law', [...LAWS, 'common']),
    purpose: choice('purpose', ['one-plan', 'crisis', 'debt-help', 'pooled-spending', 'aftercare']),
    ground: choice('ground', ['legal-task', 'consent', 'vital-interest']), domains: checks('law', LAWS), validUntil: optional(date),
  },
  withdrawSharingGround: { householdId: given, groundId: given },
  moveHousehold: { householdId: given, area, address: text, on: date },
  eraseHousehold: { householdId: given, reason: choice('erase', ['retention-ended', 'request-granted']) },
};
