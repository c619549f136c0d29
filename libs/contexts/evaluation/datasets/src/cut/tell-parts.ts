import { join } from 'node:path';
import type { StudyCard } from '@perspectief/evaluation-studies';
import { RowFile } from '../tables/row-file.js';
import type { Absences } from './absences.js';
import { factsIn } from './part.js';
import { allStaged, type Into } from './staged.js';
import { StudyKey } from './study-key.js';
import { tellCases, type Told } from './tell-cases.js';

/** Some parts of a log, and all that is needed to tell their cases: plain values, for it may be done on another thread. */
export interface Order {
  readonly parts: readonly string[];
  /** Where files of rows are written, and what their names begin with. */
  readonly folder: string;
  readonly name: string;
  readonly card: StudyCard;
  readonly cohortPosition: string;
  readonly cutOn: string;
  readonly key: Uint8Array;
  readonly absences: Absences;
}

export const rowsOf = ({ folder, name }: Pick<Order, 'folder' | 'name'>, table: string): string => join(folder, `${name}-${table}.csv`);

function* factsInAll(parts: readonly string[]) {
  for (const part of parts) yield* factsIn(part);
}

/** Tells the cases of these parts; rows of each table stand in a file then. */
export const tellParts = (order: Order): Told => {
  const files = allStaged.map(([name, table]) => [name, new RowFile(table, rowsOf(order, name))] as const);
  try {
    const telling = { ...order, key: new StudyKey(order.key) };
    return tellCases(factsInAll(order.parts), telling, Object.fromEntries(files) as unknown as Into);
  } finally {
    files.forEach(([, file]) => file.close());
  }
};
