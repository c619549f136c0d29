import { createHash } from 'node:crypto';
import { refuse, type BusinessDate, type Recorded, type Refusal } from '@perspectief/kernel';
import { standardPolicy, type DisclosurePolicy } from '@perspectief/evaluation-disclosure';
import type { StudyCard } from '@perspectief/evaluation-studies';
import type { Engine } from '../tables/engine.js';
import { tables } from '../tables/tables.js';
import { protectCases, type CaseProtection } from './case-protection.js';
import { spooled } from './spool.js';
import { allStaged, makeTables } from './staged.js';
import type { StudyKey } from './study-key.js';
import { rowsOf } from './tell-parts.js';
import { toldInParts } from './told-in-parts.js';

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
  /** Cases of households that are absent since the cohort was frozen: erased, or restricted. */
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
  /** Households that are absent since the cohort was frozen: erased, or restricted. */
  readonly withdrawn: number;
  readonly inclusion: Inclusion;
  readonly protection: CaseProtection;
  readonly eventTypes: readonly string[];
}

export type CutRefusal = 'NOTHING_THERE' | 'COHORT_CHANGED' | 'TOO_FEW';

/** Members in an order of their own, so that the digest hangs on who is in alone. */
const digestOfMembers = (members: readonly string[]): string => createHash('sha256').update([...members].sort().join('\n')).digest('hex');

/** Cuts the data of a frozen cohort out of the log, pseudonymised and protected. The same log, positions, card and key give the same rows. */
export const cutStudy = async (
  engine: Engine, log: AsyncIterable<readonly Recorded[]>, request: CutRequest, onProgress?: (events: number) => void,
): Promise<Cut | { readonly refused: Refusal<CutRefusal> }> => {
  const { card, key, position, cohortPosition, policy = standardPolicy } = request;
  const { lastDay: cutOn, absences, events, parts } = await spooled(engine, log, position, onProgress);
  if (cutOn === undefined) return refuse('NOTHING_THERE');
  const { folder } = engine;
  const told = await toldInParts({ parts, folder, card, cohortPosition, cutOn, key: key.bytes(), absences }, events);
  const { prevalent, ...counts } = told.counts;
  const members = digestOfMembers(told.members);
  if (request.members !== undefined && request.members !== members) return refuse('COHORT_CHANGED');
  const { rows, ...protection } = protectCases(told.cases, policy);
  if (rows.length < policy.threshold) return refuse('TOO_FEW');
  await engine.run('drop table spool');
  for (const [name, table] of allStaged) {
    await engine.create(table);
    await engine.load(table, told.names.map((file) => rowsOf({ folder, name: file }, name)), { lineFeeds: false });
  }
  await engine.create(tables.cases);
  const cases = engine.writer(tables.cases);
  rows.forEach(cases.add);
  await cases.close();
  await makeTables(engine);
  const leftOut = told.cases.length - rows.length;
  return {
    cutOn, members, arms: card.arms.map(({ name }) => ({ name, size: told.arms[name] ?? 0 })), prevalent, withdrawn: told.withdrawn.length,
    inclusion: { ...counts, leftOut, included: rows.length }, protection, eventTypes: told.types,
  };
};
