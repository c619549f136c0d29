import { z } from 'zod';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const file = z.object({
  path: z.string().regex(/^(?!\/)(?!.*\.\.)[A-Za-z0-9._/-]+$/),
  mediaType: z.string(),
  /** Rows of a table; none where the file is not one. */
  rows: z.number().int().nonnegative().optional(),
  bytes: z.number().int().nonnegative(),
  /** Over the bytes of the file. A newer library may write other bytes for the same rows. */
  sha256: digest,
  /** Over what the file says: a reproduction is compared on this. */
  logicalSha256: digest,
});

const common = {
  manifestVersion: z.literal(1),
  datasetId: z.string(),
  createdAt: z.string(),
  code: z.object({ version: z.string(), commit: z.string(), lockfile: z.string() }),
  engine: z.object({ duckdb: z.string(), node: z.string() }),
  timeZone: z.literal('UTC'),
  caseNotion: z.string(),
  files: z.array(file),
};

/** Goes with every data set: what it is, where it comes from, how to make it again, and how to see that it is whole. */
export const manifest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('study'),
    ...common,
    study: z.object({ id: z.string(), version: z.number(), hash: z.string(), purpose: z.string(), legalBasis: z.string() }),
    requestedByRole: z.string(),
    approvedByRole: z.string(),
    cohort: z.object({ id: z.string(), position: z.string(), members: digest, prevalent: z.number() }),
    asOf: z.object({ position: z.string(), cutOn: z.string() }),
    view: z.object({ knowledge: z.literal('as-known-now'), corrections: z.string() }),
    rules: z.object({ law: digest.describe('over the table of legal parameters'), clocks: z.string() }),
    eventSchemaVersions: z.record(z.string(), z.number()),
    inclusion: z.record(z.string(), z.number()),
    /** Households that are absent since the cohort was frozen: erased, or restricted to named people. Who they are is nowhere. */
    withdrawn: z.number(),
    pseudonyms: z.object({ scheme: z.string(), keyId: z.string(), dates: z.string() }),
    replaces: z.string().optional(),
    expiresOn: z.string(),
  }),
  z.object({
    kind: z.literal('outside-log'),
    ...common,
    source: z.object({ format: z.enum(['csv', 'xes']), sha256: digest, cases: z.number(), events: z.number(), variants: z.number() }),
  }),
]);

export type Manifest = z.infer<typeof manifest>;
export type FileEntry = z.infer<typeof file>;
/** What the writer of the files does not know. */
export type ManifestOrigin = Manifest extends infer Kind ? (Kind extends Manifest ? Omit<Kind, 'files' | 'manifestVersion' | 'engine' | 'timeZone'> : never) : never;

export const MANIFEST = 'manifest.json';

/** The manifest of a data set, or undefined where there is none that can be read. */
export const readManifest = async (folder: string): Promise<Manifest | undefined> => {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return manifest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
