import { erased, familyHistory, idOf } from '../testing/facts.js';
import { effectiveFacts, foldHousehold, type PointInTime } from './fold-household.js';
import { ageOf, householdView } from './household-view.js';

const family = familyHistory('family');
const pageOn = (day: string, at: PointInTime = { asOf: day }) => householdView(foldHousehold(effectiveFacts(family, at)), day);

describe('the page of a household', () => {
  it('shows members with their age on the day', () => {
    expect(pageOn('2024-03-10')?.members).toMatchObject([
      { name: 'Anna', present: true },
      { name: 'Bram', present: true },
    ]);
    expect(pageOn('2024-03-10')?.members.map(ageOf)).toEqual([36, 16]);
    expect(pageOn('2024-06-01')?.members).toMatchObject([{ present: true }, { name: 'Bram', present: false, leftOn: '2024-06-01' }]);
    expect(pageOn('2024-06-01')?.members.map(ageOf)).toEqual([36, 17]);
  });

  it('says no age to who may not know the day of birth', () => {
    expect(ageOf({ birthDate: '[afgeschermd]', day: '2024-06-01' })).toBeUndefined();
  });

  it('knows later what it did not know then', () => {
    const before = pageOn('2024-06-15', { asOf: '2024-06-15', knownAt: '2024-06-30T00:00:00.000Z' });
    expect(before?.members).toMatchObject([{ present: true }, { present: true }]);
  });

  it('shows grounds that are in force, and where the household lives', () => {
    expect(pageOn('2024-08-31')).toMatchObject({ sharingGrounds: [{ groundId: idOf('family', 'ground') }], area: 'selwerd', residences: [{ area: 'beijum' }, { area: 'selwerd' }] });
    expect(pageOn('2024-09-01')?.sharingGrounds).toEqual([]);
    expect(pageOn('2024-08-14')).toMatchObject({ area: 'beijum', residences: [{ area: 'beijum' }] });
  });

  it('names the trajectory that is open', () => {
    expect(pageOn('2024-02-01')?.openTrajectoryId).toBe(idOf('family', 'trajectory'));
    expect(pageOn('2025-01-02')?.openTrajectoryId).toBeUndefined();
  });

  it('is not there before it was registered', () => {
    expect(pageOn('2024-01-07')).toBeUndefined();
  });

  it('of one that was erased says nothing, on no day', () => {
    const page = householdView(foldHousehold(effectiveFacts(erased('family'), { asOf: '2024-02-01', knownAt: '2024-02-01T00:00:00.000Z' })), '2024-02-01');
    expect(page).toEqual({ id: idOf('family'), municipality: 'groningen', day: '2024-02-01', erased: true, members: [], sharingGrounds: [], residences: [] });
  });
});
