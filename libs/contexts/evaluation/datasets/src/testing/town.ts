import { deriveId, type Recorded } from '@perspectief/kernel';
import { idOf, trajectoryHistory, type Told } from '@perspectief/evaluation-replay/testing';
import type { StudyCard } from '@perspectief/evaluation-studies';
import type { TrajectoryCommand } from '@perspectief/trajectory-domain';

/** Words that stand in personal fields of the town: they may be in no file. */
export const CANARIES = ['zwaanwit', 'kanariegeel', 'pimpelpaars'] as const;

const tandem = (name: string): readonly Told<TrajectoryCommand>[] => [
  ['2024-01-15', { type: 'ProposeTandem', data: { trajectoryId: idOf(name), tandemId: idOf(name, 'tandem'), coachId: 'coach', expertId: 'expert' } }],
  ['2024-01-16', { type: 'AcceptTandem', data: { trajectoryId: idOf(name) } }],
];

const course = (name: string, number: number): readonly Told<TrajectoryCommand>[] => {
  const at = { trajectoryId: idOf(name) };
  const decided = `2024-02-${String(1 + (number % 25)).padStart(2, '0')}`;
  return [
    ['2024-01-08', { type: 'OpenTrajectory', data: { ...at, householdId: idOf(name, 'household'), area: number % 2 === 0 ? 'beijum' : 'haren', source: 'self' } }],
    ['2024-01-08', { type: 'ReceiveApplication', data: { ...at, applicationId: idOf(name, 'application'), law: 'schuldhulp', kind: 'debt-help' } }],
    ['2024-01-10', { type: 'LogContact', data: { ...at, contactId: idOf(name, 'call'), kind: 'call', reached: true, note: `${CANARIES[0]} belde` } }],
    ...(number % 3 === 0 ? tandem(name) : []),
    ['2024-01-20', { type: 'HoldFirstConversation', data: { ...at, place: 'home', applicationId: idOf(name, 'application') } }],
    ['2024-01-25', { type: 'SetGoal', data: { ...at, goalId: idOf(name, 'goal'), wish: `rust voor ${CANARIES[1]}`, lifeArea: 'finances', targetDate: '2024-09-01' } }],
    ['2024-01-26', { type: 'RegisterDebt', data: { ...at, debtId: idOf(name, 'debt'), creditor: CANARIES[2], claim: 123_457, rank: 'concurrent', treatment: 'included', kind: 'other' } }],
    ...(number % 4 === 0 ? [] : [[decided, { type: 'DecideApplication', data: { ...at, applicationId: idOf(name, 'application'), outcome: 'granted' } }] as Told<TrajectoryCommand>]),
    ...(number % 7 === 0 ? [['2024-03-01', { type: 'StopTrajectory', data: { ...at, reason: 'moved' } }] as Told<TrajectoryCommand>] : []),
  ];
};

export const householdOf = (number: number): string => idOf(`case ${number}`, 'household');
export const trajectoryOf = (number: number): string => idOf(`case ${number}`);

const placed = (events: readonly Recorded[], from = 0): readonly Recorded[] =>
  events.map((event, index) => ({ ...event, position: String(from + index + 1).padStart(16, '0') }));

/** Cases of a made-up town in one log. */
export const town = (cases: number, from = 0): readonly Recorded[] =>
  Array.from({ length: cases }, (_, n) => trajectoryHistory(`case ${from + n}`, course(`case ${from + n}`, from + n))).flat();

export const logOf = (...parts: readonly (readonly Recorded[])[]): readonly Recorded[] => placed(parts.flat());

/** Something that happens to a household itself, at the end of what was laid down so far. */
const ofHousehold = (type: string) => (household: string): Recorded => {
  const [opened] = town(1);
  return { ...(opened as Recorded), id: deriveId(type, household), type, stream: `household-${household}`, streamVersion: 9, data: {} };
};

export const [erasure, restriction, lifting] = [ofHousehold('HouseholdErased'), ofHousehold('HouseholdRestricted'), ofHousehold('RestrictionLifted')];

export async function* batches(log: readonly Recorded[], size = 500): AsyncGenerator<readonly Recorded[]> {
  for (let from = 0; from < log.length; from += size) yield log.slice(from, from + size);
}

export const lastPosition = (log: readonly Recorded[]): string => log.at(-1)?.position ?? '';

const withTandem = { kind: 'happened', event: 'TandemStarted' } as const;
export const card: StudyCard = {
  question: 'Hoe lang duurt het tot een besluit?', purpose: 'evaluatie', legalBasis: 'AVG 89', municipalities: ['groningen'], eligibility: [],
  arms: [{ name: 'tandem', when: [withTandem] }, { name: 'geen tandem', when: [{ ...withTandem, not: true }] }],
  timeZero: { event: 'FirstConversationHeld' }, outcome: { event: 'ApplicationDecided', says: 'besluit' }, followUpDays: 365,
  censoring: [{ reason: 'moved', informative: false }], competing: ['deceased'], contrast: 'intention-to-treat', analysis: ['kaplan-meier'], subgroups: [],
};
