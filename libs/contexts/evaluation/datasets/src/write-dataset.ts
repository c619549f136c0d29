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

const writeFiles = async (engine: Engine, { name, caseType, papers }: DatasetContents, folder: string): Promise<readonly string[]> => {
  await mkdir(join(folder, 'parquet'), { recursive: true });
  await mkdir(join(folder, 'csv'));
  for (const table of allTables) {
    await writeParquet(engine, table, folder);
    await writeCsv(engine, table, folder);
  }
  const model = await ocelModel(engine, caseType);
  await writeOcelJson(engine, model, join(folder, 'ocel.json'));
  await writeOcelSqlite(engine, model, join(folder, 'ocel.sqlite'));
  await writeXes(engine, name, join(folder, 'log.xes'));
  await writeFile(join(folder, 'codebook.csv'), codebook(allTables));
  for (const [path, paper] of Object.entries(papers)) await writeFile(join(folder, path), `${JSON.stringify(paper, null, 2)}\n`);
  return [...allTables.flatMap((table) => [parquetPath(table), csvPath(table)]), 'ocel.json', 'ocel.sqlite', 'log.xes', 'codebook.csv', ...Object.keys(papers)];
};

const entryOf = async (engine: Engine, folder: string, path: string): Promise<FileEntry> => {
  const { bytes, sha256 } = await fileDigest(join(folder, path));
  const { rows, digest } = await logicalOf(engine, folder, path);
  return { path, mediaType: mediaTypeOf(path), ...(rows !== undefined && { rows }), bytes, sha256, logicalSha256: digest };
};

/**
 * Writes the tables of an engine as one folder that never changes again: it is made beside its place and then moved there, files are
 * read-only, and the manifest is written last. Nothing half is left where it fails. @throws DatasetExists
 */
export const writeDataset = async (engine: Engine, contents: DatasetContents, folder: string): Promise<Manifest> => {
  await mkdir(dirname(folder), { recursive: true });
  const making = `${folder}.${contents.origin.datasetId.slice(0, 8)}.part`;
  await mkdir(making);
  try {
    const paths = await writeFiles(engine, contents, making);
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
