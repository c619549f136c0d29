import { giveUp, orGiveUp, tracingFrom } from '@perspectief/assembly/reading';
import { demandSafeAddress, reportFault, tokenIssuer, type SignInSettings } from '@perspectief/casework/front-door';
import { openEvaluation } from './evaluation.js';
import { createEvaluation } from './service.js';

// The evaluation service by itself. It is given no key, and says no to one: what it holds, its memory holds.
const env = process.env;
if (env['PERSPECTIEF_MASTER_KEYS']) giveUp('The evaluation holds no key of personal data: take it out of its environment.');
const host = env['HOST'] ?? '127.0.0.1';
const port = Number(env['PORT'] ?? 3_001);
const databaseUrl = env['EVALUATION_DATABASE_URL'] ?? giveUp('EVALUATION_DATABASE_URL is the database under the login of the evaluation: perspectief evaluation prepare makes it.');
const folder = env['EVALUATION_FOLDER'] ?? giveUp('EVALUATION_FOLDER says where data sets are kept.');
const sealFile = env['EVALUATION_SEAL_FILE'] ?? giveUp('EVALUATION_SEAL_FILE names the file that study keys are sealed with; it is made where there is none.');
const signIn: SignInSettings = orGiveUp(() => tokenIssuer(env));
orGiveUp(() => demandSafeAddress(host, signIn));

/** What whoever started it can mend. */
const reasonOf = (error: unknown): string => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'UnknownMasterKey') return 'Study keys are sealed with a seal that the file in EVALUATION_SEAL_FILE does not hold.';
  return error instanceof Error && (name === 'EvaluationNotPrepared' || name === 'BadMasterKeys') ? error.message : 'The database of the evaluation cannot be opened.';
};
const tracing = await tracingFrom(env, 'perspectief-evaluation');
const evaluation = await openEvaluation({ databaseUrl, eventStoreUrl: env['EVENT_STORE_URL'], folder, sealFile, tracing }).catch((error: unknown) =>
  giveUp(reasonOf(error)));
const app = await createEvaluation({ evaluation, signIn, production: env['NODE_ENV'] === 'production', report: reportFault, trustProxy: env['TRUSTED_PROXY'] || undefined });
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
