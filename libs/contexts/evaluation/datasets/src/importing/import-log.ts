import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Refusal } from '@perspectief/kernel';
import { fileDigest } from '../file-digest.js';
import type { Manifest, ManifestOrigin } from '../manifest.js';
import { Engine } from '../tables/engine.js';
import { writeDataset } from '../write-dataset.js';
import { CASE } from './log-writer.js';
import { readCsvLog, type CsvColumns } from './read-csv.js';
import { readXesLog } from './read-xes.js';
import type { ImportRefusal } from './refusals.js';

export interface ImportRequest {
  readonly path: string;
  readonly format: 'csv' | 'xes';
  readonly columns?: CsvColumns;
  readonly datasetId: string;
  readonly createdAt: string;
  readonly code: ManifestOrigin['code'];
}

const VARIANTS = `select count(distinct steps) from (
  select list(activity order by case_order) as steps from events group by case_id)`;

/** Makes a data set of an event log from elsewhere: its own cases, events and words, in every format that we write. */
export const importLog = async ({ path, format, columns, datasetId, createdAt, code }: ImportRequest, folder: string): Promise<Manifest | { readonly refused: Refusal<ImportRefusal> }> => {
  const aside = await mkdtemp(join(tmpdir(), 'perspectief-import-'));
  const engine = await Engine.open({ folder: aside });
  try {
    const refused = format === 'csv' ? await readCsvLog(engine, path, columns) : await readXesLog(engine, path);
    if (refused) return refused;
    const [found] = await engine.all<[bigint]>(VARIANTS);
    const { sha256 } = await fileDigest(path);
    const [cases, events] = [await engine.count('cases'), await engine.count('events')];
    const source = { format, sha256, cases, events, variants: Number(found?.[0] ?? 0) } as const;
    return await writeDataset(engine, { origin: { kind: 'outside-log', datasetId, createdAt, code, caseNotion: CASE, source }, caseType: CASE, name: sha256, papers: {} }, folder);
  } finally {
    engine.close();
    await rm(aside, { recursive: true, force: true });
  }
};
