import type { Part } from '@perspectief/access';
import type { TrajectoryView } from '@perspectief/trajectory-read';
import { closedLaws, readsStory, type ClosedPart, type Eyes } from './eyes.js';

type Key = keyof TrajectoryView;
type Head = 'id' | 'householdId' | 'municipality' | 'area' | 'source' | 'status' | 'outcome' | 'openedOn' | 'closedOn' | 'coachId' | 'day' | 'coaches';
/** Narrowed item by item. */
type Narrowed = 'applications' | 'needs' | 'stories' | 'clocks' | 'aftercare' | 'tandem';

/** Which part each field of the page belongs to; a field of the page that is missing here does not compile. */
const partOf: Readonly<Record<Exclude<Key, Head | Narrowed>, Part>> = {
  conversations: 'conversations',
  plan: 'plan',
  lifeAreas: 'scores',
  debts: 'debts',
  debtSums: 'sums',
  inventory: 'debts',
  arrangement: 'debts',
  protectedAmount: 'debts',
  freezes: 'freezes',
  threats: 'freezes',
  safetyTasks: 'safety',
  buyOuts: 'buy-outs',
  incentives: 'buy-outs',
  bottlenecks: 'learning',
};

type Nullable<T> = { readonly [K in keyof T]: K extends Head ? T[K] : T[K] | null };
export type TrajectorySeen = Nullable<TrajectoryView> & { readonly closed: readonly ClosedPart[] };

const emptied = (value: unknown): unknown => (Array.isArray(value) ? [] : null);

const closedFields = (view: TrajectoryView, { parts }: Eyes): Partial<Record<Key, unknown>> =>
  Object.fromEntries(Object.entries(partOf).flatMap(([key, part]) => (parts.has(part) ? [] : [[key, emptied(view[key as Key])]])));

type Course = TrajectoryView['aftercare']['current'];

/** Appointments alone: when the check-ins are, not how it went. */
const appointmentsOf = (course: Course): object => {
  if (!('checkIns' in course)) return { phase: course.phase };
  const checkIns = course.checkIns.map((checkIn) => {
    const { number, plannedOn, phase } = checkIn;
    return { number, plannedOn, phase, ...('heldOn' in checkIn && { heldOn: checkIn.heldOn }) };
  });
  return { phase: course.phase, startedOn: course.startedOn, until: course.until, checkIns };
};

const aftercareSeen = ({ aftercare: { current, earlier } }: TrajectoryView, { parts }: Eyes): unknown => {
  if (parts.has('aftercare')) return { current, earlier };
  return parts.has('appointments') ? { current: appointmentsOf(current), earlier: earlier.map(appointmentsOf) } : null;
};

/** What the pair writes down is for the two who are that pair, now and on the day of the page. */
const tandemSeen = ({ tandem }: TrajectoryView, { parts, viewer }: Eyes): unknown => {
  if (!parts.has('tandem')) return null;
  const theirs = parts.has('tandem-notes') && [tandem.coachId, tandem.expertId].includes(viewer.personId);
  return { ...tandem, contactLog: theirs ? tandem.contactLog : null };
};

const closedParts = (eyes: Eyes): readonly ClosedPart[] => {
  const ours = [...new Set([...Object.values(partOf), 'stories', 'clocks', 'aftercare', 'tandem', 'tandem-notes'] satisfies readonly Part[])];
  return [
    ...closedLaws(eyes),
    ...ours.filter((part) => !eyes.parts.has(part as Part)).map((part) => ({ part, reason: 'not-for-your-task' }) as const),
  ];
};

/** The page as this viewer gets it. Pure: what is closed is empty or null, and `closed` says what was left out. */
export const trajectorySeen = (view: TrajectoryView, eyes: Eyes): TrajectorySeen =>
  ({
    ...view,
    ...closedFields(view, eyes),
    applications: view.applications.filter(({ law }) => eyes.parts.has(law)),
    needs: view.needs.filter(({ domain }) => eyes.parts.has(domain)),
    stories: view.stories.filter((story) => readsStory(eyes, story)),
    clocks: clocksSeen(view.clocks, eyes),
    aftercare: aftercareSeen(view, eyes),
    tandem: tandemSeen(view, eyes),
    closed: closedParts(eyes),
  }) as TrajectorySeen;

/** Terms of laws whose details are open. */
export const clocksSeen = (clocks: TrajectoryView['clocks'], { parts }: Eyes): TrajectoryView['clocks'] =>
  parts.has('clocks') ? clocks.filter(({ law }) => parts.has(law)) : [];
