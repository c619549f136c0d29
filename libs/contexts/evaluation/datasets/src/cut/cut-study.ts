import { createHash } from 'node:crypto';
import { idOfStream, refuse, type BusinessDate, type Recorded, type Refusal } from '@perspectief/kernel';
import { standardPolicy, type DisclosurePolicy } from '@perspectief/evaluation-disclosure';
import { caseRecord, episodesOf, type CaseRecord } from '@perspectief/evaluation-measures';
import { factsAt, type TrajectoryFact } from '@perspectief/evaluation-replay';
import { enrol, type StudyCard } from '@perspectief/evaluation-studies';
import type { Row } from '../tables/column.js';
import type { Engine, Writer } from '../tables/engine.js';
import { allTables, tables, type TableName } from '../tables/tables.js';
import { protectCases, type CaseProtection } from './case-protection.js';
import { caseEvents } from './event-rows.js';
import { spooled } from './spool.js';
import type { StudyKey } from './study-key.js';
import { studySpell } from './study-spell.js';

export interface CutRequest {
  readonly card: StudyCard;
  /** What was recorded up to here decides who is in, and in which arm. */
  readonly cohortPosition: string;
  /** What was recorded up to here is in the data. */
  readonly position: string;
  readonly key: StudyKey;
  /** Digest over the members as they were frozen; undefined while the cohort is being frozen. */
  readonly members?: string | undefined;
  readonly policy?: DisclosurePolicy;
}

export interface Inclusion {
  readonly trajectories: number;
  readonly noTimeZero: number;
  readonly notEligible: number;
  readonly inNoArm: number;
  readonly enrolled: number;
  /** Cases of households that were erased since the cohort was frozen. */
  readonly withdrawnCases: number;
  /** Cases left out because they stood out. */
  readonly leftOut: number;
  readonly included: number;
}

/** What a cut came to; the tables stand in the engine. */
export interface Cut {
  readonly cutOn: BusinessDate;
  readonly members: string;
  readonly arms: readonly { readonly name: string; readonly size: number }[];
  readonly prevalent: number;
  /** Households erased since the cohort was frozen. */
  readonly withdrawn: number;
  readonly inclusion: Inclusion;
  readonly protection: CaseProtection;
  readonly eventTypes: readonly string[];
}

export type CutRefusal = 'NOTHING_THERE' | 'COHORT_CHANGED' | 'TOO_FEW';

const reasons = { 'no time zero': 'noTimeZero', 'not eligible': 'notEligible', 'in no arm': 'inNoArm' } as const;

const writersOf = async (engine: Engine): Promise<Readonly<Record<TableName, Writer>>> => {
  const made: [string, Writer][] = [];
  for (const table of allTables) {
    await engine.create(table);
    made.push([table.name, await engine.writer(table)]);
  }
  return Object.fromEntries(made) as Readonly<Record<TableName, Writer>>;
};

/** Members in an order of their own, so that the digest hangs on who is in alone. */
const digestOfMembers = (members: readonly string[]): string => createHash('sha256').update([...members].sort().join('\n')).digest('hex');

const caseRow = (record: CaseRecord, { arm, timeZero, prevalent }: { arm: string; timeZero: BusinessDate; prevalent: boolean }, key: StudyKey): Row => {
  const shifted = key.shiftOf(record.household);
  return {
    case_id: key.pseudonymOf(record.trajectory), household_id: key.pseudonymOf(record.household), arm, time_zero: shifted(timeZero), prevalent,
    municipality: record.municipality, area: record.area, source: record.source, year: String(record.year),
    status: record.status, outcome: record.outcome, opened_on: shifted(record.openedOn), closed_on: record.closedOn && shifted(record.closedOn),
  };
};

/** Cuts the data of a frozen cohort out of the log, pseudonymised and protected. The same log, positions, card and key give the same rows. */
export const cutStudy = async (
  engine: Engine, log: AsyncIterable<readonly Recorded[]>, request: CutRequest, onProgress?: (events: number) => void,
): Promise<Cut | { readonly refused: Refusal<CutRefusal> }> => {
  const { card, key, position, cohortPosition, policy = standardPolicy } = request;
  const { lastDay: cutOn, erased, trajectories } = await spooled(engine, log, position, onProgress);
  if (cutOn === undefined) return refuse('NOTHING_THERE');
  const into = await writersOf(engine);
  const counts = { trajectories: 0, noTimeZero: 0, notEligible: 0, inNoArm: 0, enrolled: 0, withdrawnCases: 0 };
  const [members, cases, withdrawn, types] = [[] as string[], [] as Row[], new Set<string>(), new Set<string>()];
  const arms = new Map(card.arms.map(({ name }) => [name, 0]));
  let prevalent = 0;

  const write = (facts: readonly TrajectoryFact[], record: CaseRecord, row: Row, zero: BusinessDate): void => {
    const telling = { pseudonymOf: key.pseudonymOf, shifted: key.shiftOf(record.household) };
    const { events, objects, eventObject, objectObject } = caseEvents(facts, record, telling);
    events.forEach(into.events.add);
    objects.forEach(into.objects.add);
    eventObject.forEach(into.event_object.add);
    objectObject.forEach(into.object_object.add);
    for (const { track, startedOn, endedOn, days } of episodesOf(record))
      into.episodes.add({ case_id: row['case_id'], track, started_on: telling.shifted(startedOn), ended_on: endedOn && telling.shifted(endedOn), days });
    const spell = studySpell(record, factsAt(facts), card, zero);
    if (spell) into.spells.add({ case_id: row['case_id'], household_id: row['household_id'], arm: row['arm'], ...spell });
    cases.push({ ...row, ending: spell?.ending ?? 'not at risk' });
    facts.forEach(({ type }) => types.add(type));
  };

  for await (const facts of trajectories()) {
    const opened = facts[0];
    if (opened?.type !== 'TrajectoryOpened') continue;
    const erasedAt = erased.get(opened.data.householdId);
    if (erasedAt !== undefined && erasedAt <= cohortPosition) continue;
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
    arms.set(enrolment.arm, (arms.get(enrolment.arm) ?? 0) + 1);
    if (enrolment.prevalent) prevalent += 1;
    if (erasedAt !== undefined) {
      counts.withdrawnCases += 1;
      withdrawn.add(opened.data.householdId);
      continue;
    }
    const record = caseRecord(facts, { cutOn });
    if (record) write(facts, record, caseRow(record, enrolment, key), enrolment.timeZero);
  }
  Object.values(into).filter((writer) => writer !== into.cases).forEach((writer) => writer.close());

  const digest = digestOfMembers(members);
  if (request.members !== undefined && request.members !== digest) return refuse('COHORT_CHANGED');
  const { rows, ...protection } = protectCases(cases, policy);
  if (rows.length < policy.threshold) return refuse('TOO_FEW');
  rows.forEach(into.cases.add);
  into.cases.close();
  await keepWhatBelongsTo(engine);
  return {
    cutOn, members: digest, arms: [...arms].map(([name, size]) => ({ name, size })), prevalent, withdrawn: withdrawn.size,
    inclusion: { ...counts, leftOut: cases.length - rows.length, included: rows.length }, protection, eventTypes: [...types].sort(),
  };
};

/** Takes out what only cases that were left out had, and what several cases told of the same object. */
const keepWhatBelongsTo = async (engine: Engine): Promise<void> => {
  await engine.run('drop table spool');
  for (const table of [tables.events, tables.episodes, tables.spells])
    await engine.run(`delete from ${table.name} where case_id not in (select case_id from cases)`);
  await engine.run('delete from event_object where event_id not in (select event_id from events)');
  await engine.run('create or replace table event_object as select distinct * from event_object');
  await engine.run('create or replace table objects as select object_id, min(type) as type from objects where object_id in (select object_id from event_object) group by object_id');
  await engine.run('create or replace table object_object as select distinct * from object_object where object_id in (select object_id from objects) and target_id in (select object_id from objects)');
};
