import { mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes the folder for its owner alone. False when something stands in it. */
export const isEmptyFolder = async (folder: string): Promise<boolean> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return (await readdir(folder)).length === 0;
};

const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

/** Whole under its name, or not there: on disk when it answers, for its owner alone. */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  const beside = `${path}.part`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncFolder(dirname(path));
};

export const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);
