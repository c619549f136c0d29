import { choice, given, LAWS, longText, picks, resident, type Forms } from '../fields';

/** Who of the household may look in by himself, and what only the privacy officer does. */
export const privacy: Forms<'giveMemberAccess' | 'withdrawMemberAccess' | 'breakGlass' | 'reviewBreakGlass' | 'restrictHousehold' | 'liftRestriction' | 'eraseLawData'> = {
  giveMemberAccess: { householdId: given, memberId: given, personId: resident },
  withdrawMemberAccess: { householdId: given, memberId: given },
  breakGlass: { householdId: given, reason: longText },
  reviewBreakGlass: { householdId: given, glassId: given },
  restrictHousehold: { householdId: given, named: picks('people'), reason: longText },
  liftRestriction: { householdId: given },
  eraseLawData: { householdId: given, law: choice('law', [...LAWS, 'tandem']), reason: choice('erase', ['retention-ended']) },
};
