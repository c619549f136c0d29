import { idOfStream, type BusinessDate } from '@perspectief/kernel';
import { caseAtCut, episodesOf, type CaseAtCut } from '@perspectief/evaluation-measures';
import { factsAt, type TrajectoryFact } from '@perspectief/evaluation-replay';
import { enrol, isLookedAt, type StudyCard } from '@perspectief/evaluation-studies';
import type { Row } from '../tables/column.js';
import { isAbsent, type Absences } from './absences.js';
import { tellEvents } from './event-rows.js';
import type { Into } from './staged.js';
import type { StudyKey } from './study-key.js';
import { studySpell } from './study-spell.js';

export interface Telling {
  readonly card: StudyCard;
  readonly cohortPosition: string;
  readonly cutOn: BusinessDate;
  readonly key: StudyKey;
  readonly absences: Absences;
}

/** How many came how far. */
export interface Counts {
  readonly trajectories: number;
  readonly noTimeZero: number;
  readonly notEligible: number;
  readonly inNoArm: number;
  readonly enrolled: number;
  /** Cases of households that are absent since the cohort was frozen. */
  readonly withdrawnCases: number;
  /** Brought in from elsewhere later than they began. */
  readonly prevalent: number;
}

/** What some trajectories came to in the study; ids are pseudonyms. */
export interface Told {
  readonly counts: Counts;
  readonly arms: Readonly<Record<string, number>>;
  readonly members: readonly string[];
  /** Households that are absent since the cohort was frozen. */
  readonly withdrawn: readonly string[];
  readonly types: readonly string[];
  /** Rows of `cases`, each with how its spell ended. */
  readonly cases: readonly Row[];
}

const reasons = { 'no time zero': 'noTimeZero', 'not eligible': 'notEligible', 'in no arm': 'inNoArm' } as const;

const caseRow = (record: CaseAtCut, { arm, timeZero, prevalent }: { arm: string; timeZero: BusinessDate; prevalent: boolean }, key: StudyKey): Row => {
  const shifted = key.shiftOf(record.household);
  return {
    case_id: key.pseudonymOf(record.trajectory), household_id: key.pseudonymOf(record.household), arm, time_zero: shifted(timeZero), prevalent,
    municipality: record.municipality, area: record.area, source: record.source, year: String(record.year),
    status: record.status, outcome: record.outcome, opened_on: shifted(record.openedOn), closed_on: record.closedOn && shifted(record.closedOn),
  };
};

interface Found {
  readonly facts: readonly TrajectoryFact[];
  readonly record: CaseAtCut;
  readonly row: Row;
  readonly timeZero: BusinessDate;
}

/** Writes all rows of a case but that of `cases`, which is protected first; answers that one. */
const told = ({ facts, record, row, timeZero }: Found, { card, key }: Telling, into: Into): Row => {
  const telling = { pseudonymOf: key.pseudonymOf, shifted: key.shiftOf(record.household) };
  tellEvents(facts, row['case_id'] as string, telling, into);
  for (const { track, startedOn, endedOn, days } of episodesOf(record))
    into.episodes.add({ case_id: row['case_id'], track, started_on: telling.shifted(startedOn), ended_on: endedOn && telling.shifted(endedOn), days });
  const spell = studySpell(record, factsAt(facts), card, timeZero);
  if (spell) into.spells.add({ case_id: row['case_id'], household_id: row['household_id'], arm: row['arm'], ...spell });
  return { ...row, ending: spell?.ending ?? 'not at risk' };
};

/** Puts each trajectory into the study, or counts why not, and tells what happened to those that are in. */
export const tellCases = (trajectories: Iterable<readonly TrajectoryFact[]>, telling: Telling, into: Into): Told => {
  const { card, cohortPosition, cutOn, key, absences } = telling;
  const counts = { trajectories: 0, noTimeZero: 0, notEligible: 0, inNoArm: 0, enrolled: 0, withdrawnCases: 0, prevalent: 0 };
  const arms: Record<string, number> = {};
  const [members, cases, withdrawn, types] = [[] as string[], [] as Row[], new Set<string>(), new Set<string>()];
  for (const facts of trajectories) {
    const opened = facts[0];
    if (opened?.type !== 'TrajectoryOpened' || !isLookedAt(facts, card)) continue;
    if (isAbsent(absences, opened.data.householdId, cohortPosition)) continue;
    const known = facts.filter((fact) => fact.position <= cohortPosition);
    if (known.length === 0) continue;
    counts.trajectories += 1;
    const enrolment = enrol(known, card);
    if (!enrolment.enrolled) {
      counts[reasons[enrolment.because]] += 1;
      continue;
    }
    counts.enrolled += 1;
    members.push(key.pseudonymOf(idOfStream(opened.stream)));
    arms[enrolment.arm] = (arms[enrolment.arm] ?? 0) + 1;
    if (enrolment.prevalent) counts.prevalent += 1;
    if (isAbsent(absences, opened.data.householdId)) {
      counts.withdrawnCases += 1;
      withdrawn.add(key.pseudonymOf(opened.data.householdId));
      continue;
    }
    const record = caseAtCut(facts, { cutOn });
    if (!record) continue;
    cases.push(told({ facts, record, row: caseRow(record, enrolment, key), timeZero: enrolment.timeZero }, telling, into));
    facts.forEach(({ type }) => types.add(type));
  }
  return { counts, arms, members, withdrawn: [...withdrawn], types: [...types], cases };
};
