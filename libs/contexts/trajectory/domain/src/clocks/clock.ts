import type { BusinessDate, Uuid } from '@perspectief/kernel';
import { computeClock, type BareClock, type Clock, type ClockFacts, type ClockState, type Law } from '@perspectief/law';

/** What a clock is about; what does not apply is absent. */
export interface About {
  readonly application?: Uuid;
  readonly threat?: Uuid;
  readonly debt?: Uuid;
  readonly freeze?: Uuid;
}

/** What starts, moves and meets a clock, without the day on which it is read. */
export type Term = Omit<ClockFacts, 'asOf'>;

export interface Counted {
  readonly about: About;
  readonly term: Term;
  /** From here on nobody waits for it any more, whether it was met or not. */
  readonly lapsedOn?: BusinessDate;
}

/** A statutory clock of this trajectory. Plain JSON. Lapsed: it ended without being met, and before it ran out. */
export type TrajectoryClock = Of<Clock>;
/** One without the sentences that say why. */
export type BareTrajectoryClock = Of<BareClock>;
type Of<Read extends BareClock> = Omit<Read, 'state'> & About & { readonly state: ClockState | 'lapsed'; readonly lapsedOn?: BusinessDate };

/** How a clock is read. */
export type ClockReader<Read extends BareClock> = (facts: ClockFacts) => Read;

export const termOn = (term: Term, asOf: BusinessDate, law: Law): Clock => computeClock({ ...term, asOf }, { law });

export const hasStartedBy = ({ term }: Counted, asOf: BusinessDate): boolean => term.startedOn <= asOf;

const earliest = (one: BusinessDate, other: BusinessDate | undefined): BusinessDate =>
  other !== undefined && other < one ? other : one;

/** A term that the household may use or leave breaches nothing: it lapses with its last day. */
const lapseOf = (clock: BareClock, lapsedOn: BusinessDate | undefined): Pick<TrajectoryClock, 'state' | 'lapsedOn'> =>
  clock.duty === 'household' && clock.state === 'breached'
    ? { state: 'lapsed', lapsedOn: clock.due }
    : { state: clock.state === 'breached' ? 'breached' : 'lapsed', lapsedOn };

/** A clock that lapsed shows how it stood on that day: later days neither help nor harm it. */
export const readOn = <Read extends BareClock>({ about, term, lapsedOn }: Counted, asOf: BusinessDate, clockOf: ClockReader<Read>): Of<Read> => {
  const clock = clockOf({ ...term, asOf: earliest(asOf, lapsedOn) });
  const isOver = lapsedOn !== undefined && lapsedOn <= asOf;
  const ranOut = clock.duty === 'household' && clock.state === 'breached';
  if (clock.metOn !== undefined || !(isOver || ranOut)) return { ...clock, ...about };
  return { ...clock, ...about, ...lapseOf(clock, lapsedOn), running: false };
};

/** The trajectory is over: what had not lapsed before lapses then. */
export const lapsingBy = (counted: Counted, closedOn: BusinessDate): Counted => ({
  ...counted,
  lapsedOn: earliest(closedOn, counted.lapsedOn),
});
