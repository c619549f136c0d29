import { isClosed, type Trajectory } from '../opened';

/** How a stretch stands: over, under way, held still, asked for or planned, or broken off. */
export type Standing = 'done' | 'busy' | 'still' | 'planned' | 'stopped';

/** A piece of the trajectory on the calendar. */
export interface Stretch {
  readonly key: string;
  readonly track: 'intake' | 'tandem' | 'freeze' | 'debts' | 'buy-out' | 'repayment' | 'aftercare';
  /** Which instrument or method, where there are several. */
  readonly kind?: string;
  readonly from: string;
  /** The last day, past or to come; undefined while nobody knows. */
  readonly until?: string | undefined;
  readonly standing: Standing;
}

const lastDayOf = (first: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, day - 1)).toISOString().slice(0, 10);
};

const intake = (trajectory: Trajectory): readonly Stretch[] => {
  const { openedOn, closedOn, status, plan: { versions } } = trajectory;
  const agreed = versions[0]?.agreedOn;
  if (agreed) return [{ key: 'intake', track: 'intake', from: openedOn, until: agreed, standing: 'done' }];
  // Who does not see the plan cannot see when it was agreed.
  if (isClosed(trajectory, 'plan') && status !== 'intake') return [];
  return [{ key: 'intake', track: 'intake', from: openedOn, until: closedOn ?? undefined, standing: status === 'closed' ? 'stopped' : 'busy' }];
};

const stock = ({ debts, inventory }: Trajectory): readonly Stretch[] => {
  const [first] = debts.map(({ registeredOn }) => registeredOn).sort();
  if (!first) return [];
  const whole = inventory.phase === 'confirmed' ? inventory.confirmedOn : undefined;
  return [{ key: 'debts', track: 'debts', from: first, until: whole ?? undefined, standing: whole ? 'done' : 'busy' }];
};

const TANDEM: Readonly<Record<string, Standing>> = { proposed: 'planned', running: 'busy', paused: 'still' };

const tandem = ({ tandem: { phase, since } }: Trajectory): readonly Stretch[] => {
  const standing = TANDEM[phase];
  return standing && since ? [{ key: 'tandem', track: 'tandem', from: since, standing }] : [];
};

const FREEZE: Readonly<Record<string, Standing>> = { requested: 'planned', interim: 'planned', running: 'busy', lifted: 'done', expired: 'done', denied: 'stopped' };

const freezes = ({ freezes: all }: Trajectory): readonly Stretch[] =>
  all.map(({ freezeId, instrument, state, from, until, requestedOn, endedOn }) => ({
    key: freezeId, track: 'freeze', kind: instrument, from: from ?? requestedOn, until: endedOn ?? until ?? undefined, standing: FREEZE[state] ?? 'done',
  }));

const OUTCOME: Readonly<Record<string, Standing>> = { running: 'busy', paid: 'done', failed: 'stopped' };

const buyOuts = ({ buyOuts: all }: Trajectory): readonly Stretch[] =>
  all.flatMap(({ buyOutId, method, draftedOn, outcome, repayment }) => [
    { key: buyOutId, track: 'buy-out', kind: method, from: draftedOn, until: outcome.on ?? undefined, standing: OUTCOME[outcome.phase] ?? 'busy' } as const,
    ...(repayment?.firstDue && repayment.months
      ? [{ key: `${buyOutId} repayment`, track: 'repayment', from: repayment.firstDue, until: repayment.closedOn ?? lastDayOf(repayment.firstDue, repayment.months), standing: repayment.closedOn ? 'done' : 'busy' } as const]
      : []),
  ]);

const AFTERCARE: Readonly<Record<string, Standing>> = { running: 'busy', completed: 'done', resumed: 'stopped' };

const aftercare = ({ aftercare: { current } }: Trajectory): readonly Stretch[] =>
  current.startedOn ? [{ key: 'aftercare', track: 'aftercare', from: current.startedOn, until: current.endedOn ?? current.until ?? undefined, standing: AFTERCARE[current.phase] ?? 'busy' }] : [];

/** The trajectory as pieces of time, in the order in which they began. What ended with it ends on its last day. */
export const stretchesOf = (trajectory: Trajectory): readonly Stretch[] => {
  const all = [...intake(trajectory), ...stock(trajectory), ...tandem(trajectory), ...freezes(trajectory), ...buyOuts(trajectory), ...aftercare(trajectory)];
  return all.toSorted((one, other) => one.from.localeCompare(other.from));
};

export interface Span {
  readonly from: string;
  readonly until: string;
}

const monthsAfter = (day: string, months: number): string => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
};

/** Whole months that hold every stretch, and today. */
export const spanOf = (stretches: readonly Stretch[], today: string): Span => {
  const days = [today, ...stretches.flatMap(({ from, until }) => (until ? [from, until] : [from]))].sort();
  return { from: monthsAfter(days[0] ?? today, 0), until: monthsAfter(days.at(-1) ?? today, 1) };
};

/** Where a day lies in a span, in hundredths of it. */
export const placeIn = ({ from, until }: Span, day: string): number => {
  const at = (one: string): number => Date.parse(`${one}T12:00:00Z`);
  return Math.min(100, Math.max(0, ((at(day) - at(from)) / (at(until) - at(from))) * 100));
};

const MOST_TICKS = 8;

/** First days of months to write along the top: as many as there is room for, at even distances. */
export const ticksIn = ({ from, until }: Span): readonly string[] => {
  const all: string[] = [];
  for (let month = from; month < until; month = monthsAfter(month, 1)) all.push(month);
  const step = [1, 2, 3, 6, 12, 24].find((months) => all.length / months <= MOST_TICKS) ?? 36;
  return all.filter((_, index) => index % step === 0);
};
