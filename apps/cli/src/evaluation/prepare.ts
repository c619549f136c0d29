import { loginForEvaluation } from '@perspectief/evaluation-register';
import { Ending, exitCodes } from '../exit.js';
import { withEvaluation } from './opening.js';

export interface PrepareFlags {
  readonly login: string;
  readonly passwordEnv: string;
  readonly data?: string;
}

const SHORTEST = 12;

/** The password comes by the environment: arguments of a program are read by everybody on the machine. */
export const prepare = async ({ login, passwordEnv, data }: PrepareFlags): Promise<void> => {
  const password = process.env[passwordEnv] ?? '';
  if (password.length < SHORTEST) throw new Ending(exitCodes.usage, `${passwordEnv} holds the password of the login, ${SHORTEST} characters at least.`);
  await withEvaluation(data, async ({ databaseUrl }) => {
    await loginForEvaluation(databaseUrl, { name: login, password }).catch((error: unknown) => {
      throw error instanceof RangeError ? new Ending(exitCodes.usage, 'A login has lower case letters, digits and _.') : new Ending(exitCodes.no, 'This user of the database may make no login: ask whoever keeps the server.');
    });
  });
  process.stdout.write(`The evaluation is prepared. Its service connects as ${login}: EVALUATION_DATABASE_URL.\n`);
};
