import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileDigest } from './file-digest.js';
import { logicalOf } from './logical-of.js';
import { MANIFEST, readManifest, type FileEntry, type Manifest } from './manifest.js';
import { Engine } from './tables/engine.js';

/** `bytes-differ`: other bytes say the same. `differs`: it says something else. */
export type Finding = 'same' | 'bytes-differ' | 'differs' | 'missing' | 'unreadable' | 'not-in-manifest';

export interface Verification {
  readonly manifest: Manifest;
  readonly files: readonly { readonly path: string; readonly finding: Finding }[];
  /** Every file says what it said when it was made, and none was added. */
  readonly whole: boolean;
}

const findingOf = async (engine: Engine, folder: string, { path, sha256, logicalSha256 }: FileEntry): Promise<Finding> => {
  const bytes = await fileDigest(join(folder, path)).catch(() => undefined);
  if (!bytes) return 'missing';
  const logical = await logicalOf(engine, folder, path, bytes.sha256).catch(() => undefined);
  if (!logical) return 'unreadable';
  if (logical.digest !== logicalSha256) return 'differs';
  return bytes.sha256 === sha256 ? 'same' : 'bytes-differ';
};

const pathsIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** Computes every digest of a data set again. Undefined where there is no manifest that can be read. */
export const verifyDataset = async (folder: string): Promise<Verification | undefined> => {
  const manifest = await readManifest(folder);
  if (!manifest) return undefined;
  const aside = await mkdtemp(join(tmpdir(), 'perspectief-verify-'));
  const engine = await Engine.open({ folder: aside });
  try {
    const files: { path: string; finding: Finding }[] = [];
    for (const file of manifest.files) files.push({ path: file.path, finding: await findingOf(engine, folder, file) });
    const known = new Set([MANIFEST, ...manifest.files.map(({ path }) => path)]);
    for (const path of await pathsIn(folder)) if (!known.has(path)) files.push({ path, finding: 'not-in-manifest' });
    return { manifest, files, whole: files.every(({ finding }) => finding === 'same' || finding === 'bytes-differ') };
  } finally {
    engine.close();
    await rm(aside, { recursive: true, force: true });
  }
};

/** Paths at which two data sets do not say the same, such as one made again at the same position. */
export const logicalDifferences = (one: Manifest, other: Manifest): readonly string[] => {
  const [own, others] = [one, other].map(({ files }) => new Map(files.map(({ path, logicalSha256 }) => [path, logicalSha256]))) as [Map<string, string>, Map<string, string>];
  return [...new Set([...own.keys(), ...others.keys()])].filter((path) => own.get(path) !== others.get(path)).sort();
};
