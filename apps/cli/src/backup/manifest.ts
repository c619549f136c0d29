import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const MANIFEST = 'manifest.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const manifest = z.strictObject({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** As the server says it. */
  server: z.string(),
  schema: z.strictObject({ log: z.number().int(), ledger: z.boolean(), migrations: z.array(z.string()), evaluation: z.array(z.string()).optional() }),
  /** `head` is null in an empty log, and where the log is in another store: that one has a backup of its own. */
  log: z.strictObject({ head: z.string().nullable(), events: z.number().int(), streams: z.number().int(), receipts: z.number().int(), order: sha256 }),
  /** Names of the master keys that the data are wrapped with; the keys are not here. */
  masterKeys: z.array(z.string()),
  /** Names of the seals that study keys are closed with; the seals are not here. */
  studySeals: z.array(z.string()).optional(),
  /** Each table's rows in the order of its key, as lines of JSON; the digest is of those lines. */
  tables: z.array(z.strictObject({ name: z.string(), file: z.string().regex(/^[a-z_.]+\.jsonl\.gz$/), rows: z.number().int(), sha256 })),
});

/** What a backup says of itself. A folder without one is no backup: it is written last. */
export type Manifest = z.infer<typeof manifest>;
export type TableInBackup = Manifest['tables'][number];

/** Undefined where the folder holds no whole backup of this format. */
export const readManifest = async (folder: string): Promise<Manifest | undefined> => {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};
