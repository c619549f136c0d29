import { idOfStream, refuse, type BusinessDate, type Recorded, type Refusal, type Uuid } from '@perspectief/kernel';
import type { Stage } from '@perspectief/evaluation-disclosure';
import { isAbsent, spooled, studySpell, type Engine, type StudyKey } from '@perspectief/evaluation-datasets';
import type { StudyCase } from '@perspectief/evaluation-figures';
import { caseRecord, traceOf, type CaseRecord } from '@perspectief/evaluation-measures';
import { counterfactual, factsAt, ruleSets, type Counterfactual, type PotDecisions, type RuleSet, type TrajectoryFact } from '@perspectief/evaluation-replay';
import { enrol, isLookedAt, type Enrolment, type StudyCard } from '@perspectief/evaluation-studies';
import { PotWatch } from './pot-watch.js';
import { sha256 } from './tools.js';

export interface CohortRequest {
  readonly card: StudyCard;
  readonly key: StudyKey;
  /** What was recorded up to here decides who is in, and is all that is looked at. */
  readonly position: string;
  /** Who is in, and nothing else: what freezing wants. */
  readonly membersOnly?: boolean;
  /** Rule sets under which every case is read as well. */
  readonly ruleSets?: readonly (keyof typeof ruleSets)[];
}

export interface Member {
  readonly pseudonym: string;
  readonly arm: string;
  readonly trajectoryId: Uuid;
  readonly potIds: readonly Uuid[];
}

/** A case with how it reads under each of the other rule sets. */
export interface ReadCase extends StudyCase {
  readonly under: ReadonlyMap<string, Counterfactual>;
}

export interface Cohort {
  readonly cutOn: BusinessDate;
  /** Everybody who is in, also whose household is absent since. */
  readonly members: readonly Member[];
  readonly digest: string;
  readonly arms: readonly { readonly name: string; readonly size: number }[];
  readonly prevalent: number;
  /** Every trajectory in the log up to the position, in the study or not. */
  readonly trajectoryIds: readonly Uuid[];
  readonly stages: readonly Stage[];
  readonly cases: readonly ReadCase[];
}

/** The same members give the same digest as in a data set that is cut of them. */
const digestOf = (members: readonly Member[]): string => sha256(members.map(({ pseudonym }) => pseudonym).sort().join('\n'));

type Tally = Readonly<Record<'trajectories' | 'time zero' | 'eligible' | 'in an arm' | 'analysed', string[]>>;

const noteEnrolment = (tally: Tally, name: string, enrolment: Enrolment): void => {
  tally.trajectories.push(name);
  if (!enrolment.enrolled && enrolment.because === 'no time zero') return;
  tally['time zero'].push(name);
  if (!enrolment.enrolled && enrolment.because === 'not eligible') return;
  tally.eligible.push(name);
  if (enrolment.enrolled) tally['in an arm'].push(name);
};

interface Reading {
  readonly facts: readonly TrajectoryFact[];
  readonly record: CaseRecord;
  readonly arm: string;
  readonly timeZero: BusinessDate;
  readonly pseudonym: string;
}

const caseOf = ({ facts, record, arm, timeZero, pseudonym }: Reading, { card, key }: CohortRequest, fromPots: number, under: ReadCase['under']): ReadCase | undefined => {
  const spell = studySpell(record, factsAt(facts), card, timeZero);
  if (!spell) return undefined;
  const named = { ...record, trajectory: pseudonym, household: key.pseudonymOf(record.household) };
  return { record: named, arm, spell, trace: { ...traceOf(facts), trajectory: pseudonym }, fromPots, under };
};

const underOf = (facts: readonly TrajectoryFact[], cutOn: BusinessDate, pseudonym: string, rules: readonly (readonly [RuleSet, readonly PotDecisions[]])[]): ReadCase['under'] =>
  new Map(rules.map(([rule, pots]) => [rule.name, { ...counterfactual(facts, rule, { asOf: cutOn, pots }), trajectoryId: pseudonym }]));

/** Reads the log once and puts every trajectory into the study, or says why not. The same log, position, card and key give the same. */
export const readCohort = async (
  engine: Engine, log: AsyncIterable<readonly Recorded[]>, request: CohortRequest, onProgress: (events: number) => void,
): Promise<Cohort | { readonly refused: Refusal<'NOTHING_THERE'> }> => {
  const { card, key, position, membersOnly = false } = request;
  const chosen = request.ruleSets ?? [];
  const pots = new PotWatch(chosen.length > 0);
  const { lastDay: cutOn, absences, trajectories } = await spooled(engine, pots.over(log, position), position, onProgress);
  if (cutOn === undefined) return refuse('NOTHING_THERE');
  const spent = pots.spent();
  const rules = chosen.map((name) => [ruleSets[name], pots.decisions(ruleSets[name])] as const);
  const tally: Tally = { trajectories: [], 'time zero': [], eligible: [], 'in an arm': [], analysed: [] };
  const arms = new Map(card.arms.map(({ name }) => [name, 0]));
  const trajectoryIds: Uuid[] = [];
  const members: Member[] = [];
  const cases: ReadCase[] = [];
  let prevalent = 0;
  for await (const facts of trajectories()) {
    const opened = facts[0];
    if (opened?.type !== 'TrajectoryOpened') continue;
    const trajectoryId = idOfStream(opened.stream);
    trajectoryIds.push(trajectoryId);
    if (!isLookedAt(facts, card)) continue;
    if (isAbsent(absences, opened.data.householdId, position)) continue;
    const isGone = isAbsent(absences, opened.data.householdId);
    const pseudonym = key.pseudonymOf(trajectoryId);
    const enrolment = enrol(facts, card);
    if (!isGone) noteEnrolment(tally, pseudonym, enrolment);
    if (!enrolment.enrolled) continue;
    const { arm, timeZero } = enrolment;
    members.push({ pseudonym, arm, trajectoryId, potIds: pots.potsOf(trajectoryId) });
    arms.set(arm, (arms.get(arm) ?? 0) + 1);
    if (enrolment.prevalent) prevalent += 1;
    if (membersOnly || isGone) continue;
    const record = caseRecord(facts, { cutOn });
    const made = record && caseOf({ facts, record, arm, timeZero, pseudonym }, request, spent.get(trajectoryId) ?? 0, underOf(facts, cutOn, pseudonym, rules));
    if (!made) continue;
    cases.push(made);
    tally.analysed.push(pseudonym);
  }
  await engine.run('drop table spool');
  return {
    cutOn, members, digest: digestOf(members), arms: [...arms].map(([name, size]) => ({ name, size })), prevalent, trajectoryIds,
    stages: Object.entries(tally).map(([name, kept]) => ({ name, kept })), cases,
  };
};
