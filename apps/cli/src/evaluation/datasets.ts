import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DatasetExists, importLog, importRefusals, verifyDataset, type CsvColumns, type Finding, type Manifest } from '@perspectief/evaluation-datasets';
import { exportRefusals, exportStudy, type Exported } from '@perspectief/evaluation-records';
import { studyRefusals } from '@perspectief/evaluation-studies';
import { runningCode } from '@perspectief/evaluation-work';
import { isPosition } from '@perspectief/event-store';
import { addMonths, dayOf, toLocal } from '@perspectief/kernel';
import { Ending, exitCodes } from '../exit.js';
import { progressOf } from '../terminal/progress.js';
import { tableOf } from '../terminal/table.js';
import { personAs, refusedWith, uuidOf, withEvaluation, type Evaluation } from './opening.js';

/** A data set that nobody renews is to be thrown away after this many months. */
const KEPT_FOR = 12;

const isNew = async (folder: string): Promise<void> => {
  const there = await access(folder).then(() => true, () => false);
  if (there) throw new Ending(exitCodes.usage, 'There is something in that place already; a data set is never written over.');
};

const written = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof DatasetExists ? new Ending(exitCodes.usage, 'There is something in that place already; a data set is never written over.') : error;
  });

export interface ExportFlags {
  readonly as: string;
  readonly out: string;
  readonly cohort?: string;
  readonly position?: string;
  readonly data?: string;
  readonly json?: boolean;
}

const placeOf = async ({ store }: Evaluation, asked: string | undefined): Promise<string> => {
  const position = asked ?? (await store.head());
  if (position === undefined) throw refusedWith({ code: 'NOTHING_THERE' }, exportRefusals);
  if (!isPosition(position)) throw new Ending(exitCodes.usage, 'A position is what a manifest says under asOf.');
  return position;
};

const inWords = ({ manifest, cut: { inclusion, withdrawn, cutOn, protection }, cohortId }: Exported, folder: string): string => {
  const hidden = Object.entries(protection.levels).filter(([, level]) => level > 0).map(([name]) => name);
  return [
    `Data set ${manifest.datasetId} in ${folder}`,
    `Cohort ${cohortId}, as of ${cutOn}`,
    `${inclusion.trajectories} trajectories: ${inclusion.enrolled} enrolled, ${inclusion.leftOut} left out because they stood out, ${inclusion.included} included`,
    `${withdrawn} households were erased or restricted since the cohort was frozen`,
    `Told more coarsely: ${hidden.join(', ') || 'nothing'}. It is still personal data.`,
    `${manifest.files.length} files; perspectief evaluation verify ${folder} checks them`,
  ].join('\n');
};

export const exportTo = async (study: string, { as, out, cohort, position, data, json = false }: ExportFlags): Promise<void> => {
  const folder = resolve(out);
  const studyId = uuidOf(study);
  const cohortId = cohort === undefined ? undefined : uuidOf(cohort);
  await isNew(folder);
  await withEvaluation(data, async (evaluation) => {
    const { id, role, municipality } = await personAs(evaluation, as, ['microdata-evaluator']);
    const now = new Date().toISOString();
    const progress = progressOf(1, 'events read');
    let read = 0;
    const onProgress = (events: number): void => {
      read += events;
      progress.grow(read);
      progress.to(read);
    };
    const exported = await written(exportStudy(evaluation.studies, {
      studyId, cohortId, folder, position: await placeOf(evaluation, position), expiresOn: addMonths(dayOf(toLocal(now)), KEPT_FOR),
      code: await runningCode(), sender: { actor: { id, role }, municipality, now }, log: evaluation.log, onProgress,
    })).finally(() => progress.end());
    if ('refused' in exported) throw refusedWith(exported.refused, { ...studyRefusals, ...exportRefusals });
    const { manifest, cohortId: frozen } = exported;
    process.stdout.write(`${json ? JSON.stringify({ folder, cohortId: frozen, manifest }) : inWords(exported, folder)}\n`);
  });
};

const findings: Readonly<Record<Finding, string>> = {
  same: 'the same', 'bytes-differ': 'other bytes, and they say the same', differs: 'DIFFERS', missing: 'MISSING', unreadable: 'CANNOT BE READ', 'not-in-manifest': 'NOT OF THIS DATA SET',
};

export const verify = async (folder: string, { json = false }: { readonly json?: boolean }): Promise<void> => {
  const verified = await verifyDataset(resolve(folder));
  if (!verified) throw new Ending(exitCodes.usage, 'There is no data set in that folder: its manifest cannot be read.');
  const { files, whole, manifest: { datasetId } } = verified;
  const table = tableOf(['file', 'finding'], files.map(({ path, finding }) => [path, findings[finding]]));
  process.stdout.write(`${json ? JSON.stringify({ datasetId, whole, files }) : `${table}\n${whole ? 'The data set is whole.' : 'The data set is NOT whole.'}`}\n`);
  if (!whole) throw new Ending(exitCodes.no, 'Something differs from what the manifest says.');
};

export interface ImportFlags extends CsvColumns {
  readonly out: string;
  readonly json?: boolean;
}

const importedInWords = (manifest: Manifest, folder: string): string => {
  if (manifest.kind !== 'outside-log') return folder;
  const { cases, events, variants } = manifest.source;
  return `Data set ${manifest.datasetId} in ${folder}: ${cases} cases, ${events} events, ${variants} variants`;
};

export const importFrom = async (file: string, { out, json = false, ...columns }: ImportFlags): Promise<void> => {
  const [path, folder] = [resolve(file), resolve(out)];
  await isNew(folder);
  const format = /\.xes(?:\.gz)?$/i.test(path) ? 'xes' : 'csv';
  await access(path).catch(() => { throw new Ending(exitCodes.usage, 'The log cannot be read.'); });
  const manifest = await written(importLog({ path, format, columns, datasetId: randomUUID(), createdAt: new Date().toISOString(), code: await runningCode() }, folder));
  if ('refused' in manifest) throw refusedWith(manifest.refused, importRefusals);
  process.stdout.write(`${json ? JSON.stringify({ folder, manifest }) : importedInWords(manifest, folder)}\n`);
};
