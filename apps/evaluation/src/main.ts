import { complain } from '@perspectief/assembly/reading';
import { demandSafeAddress, tokenIssuer, type SignInSettings } from '@perspectief/casework/front-door';
import { openEvaluation } from './evaluation.js';
import { createEvaluation } from './service.js';

const giveUp = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
};

/** From the environment, or a sentence about what is wrong with it. */
const read = <T>(reading: () => T): T => {
  try {
    return reading();
  } catch (error) {
    return giveUp(error instanceof Error ? error.message : 'the settings cannot be read');
  }
};

/** Codes that tell the asker what to mend; all else is for whoever keeps the service running. */
const THE_ASKERS: ReadonlySet<string> = new Set(['BAD_USER_INPUT', 'FORBIDDEN', 'NOT_FOUND', 'NOT_SIGNED_IN', 'TOKEN_EXPIRED', 'TOKEN_INVALID', 'ROLE_MISSING', 'PERSON_UNKNOWN']);
const report = (code: string, cause: unknown): void => {
  if (!THE_ASKERS.has(code)) complain(`a request ended in ${code}`, cause);
};

// The evaluation service by itself. It is given no key, and says no to one: what it holds, its memory holds.
const env = process.env;
if (env['PERSPECTIEF_MASTER_KEYS']) giveUp('The evaluation holds no key of personal data: take it out of its environment.');
const host = env['HOST'] ?? '127.0.0.1';
const port = Number(env['PORT'] ?? 3_001);
const databaseUrl = env['EVALUATION_DATABASE_URL'] ?? giveUp('EVALUATION_DATABASE_URL is the database under the login of the evaluation: perspectief evaluation prepare makes it.');
const folder = env['EVALUATION_FOLDER'] ?? giveUp('EVALUATION_FOLDER says where data sets are kept.');
const signIn: SignInSettings = read(() => tokenIssuer(env));
read(() => demandSafeAddress(host, signIn));

const evaluation = await openEvaluation({ databaseUrl, eventStoreUrl: env['EVENT_STORE_URL'], folder }).catch((error: unknown) =>
  giveUp(error instanceof Error && error.name === 'EvaluationNotPrepared' ? error.message : 'The database of the evaluation cannot be opened.'));
const app = await createEvaluation({ evaluation, signIn, production: env['NODE_ENV'] === 'production', report, trustProxy: env['TRUSTED_PROXY'] || undefined });
let ending = false;
const stop = async (): Promise<void> => {
  if (ending) return;
  ending = true;
  await app.close();
  await evaluation.close();
  process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
// Started by the platform: it ends with it.
process.once('disconnect', () => void stop());
if (process.connected === false) await stop();
await app.listen(port, host);
evaluation.runner.start();
process.send?.({ listens: await app.getUrl() });
process.stdout.write(`evaluation listens on ${await app.getUrl()}/evaluation/graphql\n`);
