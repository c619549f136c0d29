import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Canary } from './canaries.js';

export interface FileFinding {
  readonly file: string;
  readonly canary: number;
}

export interface ScannedFiles {
  readonly files: number;
  readonly bytes: number;
  readonly findings: readonly FileFinding[];
  /** What could not be read; what it holds is not known. */
  readonly unread: readonly string[];
}

const CHUNK = 1 << 20;

interface Form {
  readonly canary: number;
  readonly bytes: Buffer;
}

/** Gone meanwhile: a server drops and renames its files as it works. */
const isGone = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

/** A folder's files, and theirs. What goes while we walk is not there; what may not be looked into is an error. */
const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly string[]> => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return entry.isFile() ? [path] : [];
      return filesBelow(path).catch((error: unknown) => {
        if (isGone(error)) return [];
        throw error;
      });
    }),
  );
  return found.flat();
};

/** A file is itself. */
const filesIn = async (root: string): Promise<readonly string[]> => ((await stat(root)).isFile() ? [root] : filesBelow(root));

/** Pieces overlap by the longest form, so that none is cut in two. */
const scanFile = async (path: string, forms: readonly Form[], overlap: number): Promise<{ bytes: number; found: ReadonlySet<number> }> => {
  const file = await open(path, 'r');
  const found = new Set<number>();
  const buffer = Buffer.alloc(overlap + CHUNK);
  let [bytes, kept] = [0, 0];
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, CHUNK);
      if (bytesRead === 0) return { bytes, found };
      bytes += bytesRead;
      const piece = buffer.subarray(0, kept + bytesRead);
      for (const { canary, bytes: form } of forms) if (!found.has(canary) && piece.includes(form)) found.add(canary);
      kept = Math.min(overlap, piece.length);
      piece.copy(buffer, 0, piece.length - kept);
    }
  } finally {
    await file.close();
  }
};

/** Reads every byte of these files, and of every file in these folders. */
export const scanFiles = async (folders: readonly string[], canaries: readonly Canary[], onProgress: (bytes: number) => void = () => undefined): Promise<ScannedFiles> => {
  const forms = canaries.flatMap(({ number, forms: texts }) => texts.map((text) => ({ canary: number, bytes: Buffer.from(text) })));
  const overlap = Math.max(0, ...forms.map(({ bytes }) => bytes.length - 1));
  const findings: FileFinding[] = [];
  const unread: string[] = [];
  let [files, bytes] = [0, 0];
  for (const folder of folders)
    for (const file of await filesIn(folder).catch(() => (unread.push(folder), []))) {
      try {
        const scanned = await scanFile(file, forms, overlap);
        files += 1;
        onProgress((bytes += scanned.bytes));
        findings.push(...[...scanned.found].map((canary) => ({ file, canary })));
      } catch (error) {
        if (!isGone(error)) unread.push(file);
      }
    }
  return { files, bytes, findings, unread };
};
