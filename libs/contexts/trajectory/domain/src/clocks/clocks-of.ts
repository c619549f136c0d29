import type { BusinessDate } from '@perspectief/kernel';
import { bareClock, computeClock, dutchLaw, type BareClock, type Law } from '@perspectief/law';
import type { OpenedTrajectory } from '../state.js';
import { applicationClocks, objectionClocks } from './applications.js';
import { hasStartedBy, lapsingBy, readOn, type BareTrajectoryClock, type ClockReader, type Counted, type TrajectoryClock } from './clock.js';
import { arrangementClocks, balanceClocks } from './debts.js';
import { courtReportClocks } from './freezes.js';
import { threatClocks } from './threats.js';

/** What others owe the household, or the trajectory, as long as it is open. */
const dutiesOf = ({ intake, crisisFreeze, debts, debtBuyOut }: OpenedTrajectory, law: Law): readonly Counted[] => [
  ...applicationClocks(intake, law),
  ...threatClocks(crisisFreeze, intake),
  ...arrangementClocks(debts, debtBuyOut),
  ...balanceClocks(debts),
  ...courtReportClocks(crisisFreeze),
];

const readAll = <Read extends BareClock>(trajectory: OpenedTrajectory, asOf: BusinessDate, law: Law, clockOf: ClockReader<Read>) => {
  const duties = dutiesOf(trajectory, law);
  const lasting = trajectory.phase === 'closed' ? duties.map((counted) => lapsingBy(counted, trajectory.closedOn)) : duties;
  return [...lasting, ...objectionClocks(trajectory.intake)]
    .filter((counted) => hasStartedBy(counted, asOf))
    .map((counted) => readOn(counted, asOf, clockOf));
};

/**
 * Every statutory clock that had started by the day, as it stood on that day. Clocks are derived, never stored:
 * other rules or corrected dates give other clocks of the same facts.
 */
export const clocksOf = (trajectory: OpenedTrajectory, asOf: BusinessDate, law: Law = dutchLaw): readonly TrajectoryClock[] =>
  readAll(trajectory, asOf, law, (facts) => computeClock(facts, { law }));

/** The same clocks, without the sentences: for whoever counts those of many trajectories. */
export const bareClocksOf = (trajectory: OpenedTrajectory, asOf: BusinessDate, law: Law = dutchLaw): readonly BareTrajectoryClock[] =>
  readAll(trajectory, asOf, law, (facts) => bareClock(facts, { law }));
