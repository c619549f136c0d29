import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Work of the first start alone, marked beside the data when it is done: a start that was cut short does it again. */
export const once = async (dataDir: string, mark: string, work: () => Promise<unknown>): Promise<void> => {
  const file = join(dataDir, mark);
  if (existsSync(file)) return;
  await work();
  writeFileSync(file, '');
};
