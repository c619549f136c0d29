import fc from 'fast-check';
import { deriveId } from '@perspectief/kernel';
import { absencesIn, isAbsent, type Absences } from './absences.js';

const household = deriveId('somebody');
const at = (n: number): string => String(n).padStart(16, '0');
const types = ['HouseholdErased', 'HouseholdRestricted', 'RestrictionLifted', 'AddressChanged'] as const;

const noted = (happened: readonly (typeof types)[number][]): Absences => absencesIn(happened.map((type, n) => ({ type, stream: `household-${household}`, position: at(n) })));

test('a household is absent since it was erased, and while it is restricted: what replaying it up to there says', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...types), { maxLength: 12 }), fc.nat(14), (happened, n) => {
      const replayed = happened.slice(0, n + 1);
      const since = replayed.slice(replayed.lastIndexOf('RestrictionLifted') + 1);
      const slow = replayed.includes('HouseholdErased') || since.includes('HouseholdRestricted');
      expect(isAbsent(noted(happened), household, at(n))).toBe(slow);
      expect(isAbsent(noted(replayed), household)).toBe(slow);
    }),
  );
});

test('others are there', () => {
  expect(isAbsent(noted(['HouseholdErased']), deriveId('somebody else'))).toBe(false);
});
