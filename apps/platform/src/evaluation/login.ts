import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loginForEvaluation, prepareEvaluation } from '@perspectief/evaluation-register';

const NAME = 'perspectief_evaluation_service';

/** Made once, and kept beside the database that it opens. */
const passwordIn = async (dataDir: string): Promise<string> => {
  const file = join(dataDir, 'evaluation-password');
  await writeFile(file, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(file, 'utf8');
};

/** Brings the schema and the role of the evaluation up to date on the embedded database, and answers the address for its own login. */
export const evaluationLogin = async (databaseUrl: string, dataDir: string): Promise<string> => {
  await (await prepareEvaluation(databaseUrl)).destroy();
  return loginForEvaluation(databaseUrl, { name: NAME, password: await passwordIn(dataDir) });
};
