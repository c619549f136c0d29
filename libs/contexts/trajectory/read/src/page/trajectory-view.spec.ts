import { dutchLaw } from '@perspectief/law';
import { historyOf } from '../testing/facts.js';
import { wholeTrajectory } from '../testing/whole-trajectory.js';
import { effectiveEvents } from './effective-events.js';
import { foldPage } from './fold-page.js';
import { trajectoryView } from './trajectory-view.js';

const history = historyOf('page', wholeTrajectory('page'));
const pageOn = (asOf: string) => trajectoryView(foldPage(effectiveEvents(history, { asOf })), asOf, dutchLaw);

describe('the page of a trajectory', () => {
  it('of the last day says how it ended', () => {
    expect(pageOn('2025-01-02')).toMatchObject({
      ...{ status: 'closed', outcome: 'stable', closedOn: '2025-01-02', coachId: 'coach' },
      debtSums: { included: 2, excluded: 39000, open: 0, paid: 90000, discharged: 326527 },
    });
  });

  it('of a day in between shows the freezes in order of request, with the days that are left', () => {
    expect(pageOn('2024-02-01')).toMatchObject({
      status: 'active',
      freezes: [
        { instrument: 'narrow-moratorium', state: 'running', until: '2024-07-12', daysLeft: 162 },
        { instrument: 'standstill', state: 'running', until: '2024-05-03', daysLeft: 92 },
      ],
    });
    expect(pageOn('2024-05-05')?.freezes).toMatchObject([{ state: 'lifted' }, { state: 'expired' }]);
  });

  it('puts the score before beside each score', () => {
    expect(pageOn('2024-12-31')?.lifeAreas).toEqual([
      { lifeArea: 'finances', by: 'coach', score: 3, on: '2024-06-10', previous: { score: 1, on: '2024-01-23' } },
    ]);
  });

  it('counts the tandem and shows the clocks of the day', () => {
    expect(pageOn('2024-02-01')?.tandem).toMatchObject({ phase: 'running', expertId: 'expert', since: '2024-01-04', contacts: 1, minutes: 45 });
    expect(pageOn('2024-02-01')?.clocks).toEqual(
      expect.arrayContaining([expect.objectContaining({ rule: 'wgs-decision', due: '2024-02-15', metOn: '2024-01-25' })]),
    );
  });

  it('is not there before the trajectory opened', () => {
    expect(pageOn('2023-12-17')).toBeUndefined();
  });
});
