import type { Trajectory } from './page-context';

export type FirstThing =
  | { readonly kind: 'threat'; readonly threat: Trajectory['threats'][number] }
  | { readonly kind: 'clock'; readonly clock: Trajectory['clocks'][number]; readonly late: boolean };

const SOON_DAYS = 7;

/** What cannot wait: a threat that no freeze holds off before all else, then the term that is late or nearly so. Undefined when nothing presses. */
export const firstThing = ({ threats, freezes, clocks, day, status }: Trajectory): FirstThing | undefined => {
  if (status === 'closed') return undefined;
  const [threat] = threats.filter(({ phase, threatId }) => phase === 'open' && !freezes.some((freeze) => freeze.state === 'running' && freeze.threatId === threatId)).sort((one, other) => one.threatensOn.localeCompare(other.threatensOn));
  if (threat) return { kind: 'threat', threat };
  const pressing = clocks
    .filter(({ running, daysLeft, due }) => running && (due < day || (daysLeft ?? Infinity) <= SOON_DAYS))
    .sort((one, other) => one.due.localeCompare(other.due))[0];
  return pressing && { kind: 'clock', clock: pressing, late: pressing.due < day };
};
