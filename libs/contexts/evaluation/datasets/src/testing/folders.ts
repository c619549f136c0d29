import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** New folders, gone with `clear`. */
export class Folders {
  private readonly made: string[] = [];

  async next(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'perspectief-dataset-'));
    this.made.push(folder);
    return folder;
  }

  async clear(): Promise<void> {
    for (const folder of this.made.splice(0)) await rm(folder, { recursive: true, force: true });
  }
}

/** Every file of a folder as bytes, by path. */
export const contentsOf = async (folder: string): Promise<ReadonlyMap<string, Buffer>> => {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return new Map(await Promise.all(entries.map(async (entry): Promise<[string, Buffer]> => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(folder.length + 1), await readFile(path)];
  })));
};
