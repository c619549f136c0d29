import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codebook } from './formats/codebook.js';
import { ocelModel } from './formats/ocel-model.js';
import { writeOcelJson } from './formats/ocel-json.js';
import { writeOcelSqlite } from './formats/ocel-sqlite.js';
import { csvPath, parquetPath, writeCsv, writeParquet } from './formats/parquet-and-csv.js';
import { writeXes } from './formats/xes.js';
import { fileDigest } from './file-digest.js';
import { logicalOf } from './logical-of.js';
import { MANIFEST, type FileEntry, type Manifest, type ManifestOrigin } from './manifest.js';
import type { Table } from './tables/column.js';
import { Engine } from './tables/engine.js';
import { allTables } from './tables/tables.js';

export interface DatasetContents {
  readonly origin: ManifestOrigin;
  readonly caseType: string;
  /** Stands in the XES file: the same for the same data. */
  readonly name: string;
  /** Other files as JSON, such as the disclosure report and the study card. */
  readonly papers: Readonly<Record<string, unknown>>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  parquet: 'application/vnd.apache.parquet', csv: 'text/csv; charset=utf-8', json: 'application/json', sqlite: 'application/vnd.sqlite3', xes: 'application/xml',
};
export const mediaTypeOf = (path: string): string => mediaTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

/** The folder is there already: a data set is never written over. */
export class DatasetExists extends Error {
  constructor() {
    super('the folder of a data set is new');
    this.name = 'DatasetExists';
  }
}

type Step = readonly [paths: readonly string[], write: () => Promise<void>];

/** What is written, format by format. */
const steps = (engine: Engine, { name, caseType, papers }: DatasetContents, folder: string): readonly Step[] => {
  const at = (path: string): string => join(folder, path);
  const each = async (write: (table: Table) => Promise<void>): Promise<void> => { for (const table of allTables) await write(table); };
  return [
    [allTables.map(parquetPath), () => each((table) => writeParquet(engine, table, folder))],
    [allTables.map(csvPath), () => each((table) => writeCsv(engine, table, folder))],
    [['ocel.json'], async () => writeOcelJson(engine, await ocelModel(engine, caseType), at('ocel.json'))],
    [['ocel.sqlite'], async () => writeOcelSqlite(engine, await ocelModel(engine, caseType), at('ocel.sqlite'))],
    [['log.xes'], () => writeXes(engine, name, at('log.xes'))],
    [['codebook.csv'], () => writeFile(at('codebook.csv'), codebook(allTables))],
    ...Object.entries(papers).map(([path, paper]): Step => [[path], () => writeFile(at(path), `${JSON.stringify(paper, null, 2)}\n`)]),
  ];
};

const entryOf = async (engine: Engine, folder: string, path: string): Promise<FileEntry> => {
  const { bytes, sha256 } = await fileDigest(join(folder, path));
  const { rows, digest } = await logicalOf(engine, folder, path, sha256);
  return { path, mediaType: mediaTypeOf(path), ...(rows !== undefined && { rows }), bytes, sha256, logicalSha256: digest };
};

/**
 * Writes the tables of an engine as one folder that never changes again: it is made beside its place and then moved there, files are
 * read-only, and the manifest is written last. Nothing half is left where it fails. `onWritten` is told which files stand. @throws DatasetExists
 */
export const writeDataset = async (
  engine: Engine, contents: DatasetContents, folder: string, onWritten: (paths: readonly string[]) => void = () => undefined,
): Promise<Manifest> => {
  await mkdir(dirname(folder), { recursive: true });
  const making = `${folder}.${contents.origin.datasetId.slice(0, 8)}.part`;
  await mkdir(making);
  try {
    await mkdir(join(making, 'parquet'));
    await mkdir(join(making, 'csv'));
    const paths: string[] = [];
    for (const [written, write] of steps(engine, contents, making)) {
      await write();
      paths.push(...written);
      onWritten(written);
    }
    const files: FileEntry[] = [];
    for (const path of paths) files.push(await entryOf(engine, making, path));
    const manifest = { manifestVersion: 1, ...contents.origin, engine: { duckdb: Engine.version, node: process.versions.node }, timeZone: 'UTC', files } as Manifest;
    await writeFile(join(making, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const path of [...paths, MANIFEST]) await chmod(join(making, path), 0o444);
    await mkdir(folder).catch((error: unknown) => { throw isThere(error) ? new DatasetExists() : error; });
    await rename(making, folder);
    return manifest;
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
};

const isThere = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';
