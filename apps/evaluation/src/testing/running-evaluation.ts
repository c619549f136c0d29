import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { testIssuer } from '@perspectief/sign-in/testing';
import { listeningToJobs } from './job-ears.js';
import { preparedDatabase } from './prepared-database.js';
import { settle } from './town.js';

const PROGRAM = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const PATIENCE = 90_000;

const people = [
  ['evaluator-1', 'evaluator'], ['evaluator-2', 'evaluator'], ['microdata-evaluator-1', 'microdata-evaluator'], ['privacy-officer-1', 'privacy-officer'], ['coach-1', 'neighbourhood-coach'],
] as const;

export interface Answer {
  readonly status: number;
  readonly data: Readonly<Record<string, never>> | null;
  /** Codes of what went wrong. */
  readonly errors: readonly string[];
}

export interface ShownJob {
  readonly id: string;
  readonly state: string;
  readonly eventsRead: number;
  readonly cohortId: string | null;
  readonly dataSetId: string | null;
  readonly releaseIds: readonly string[];
  readonly refusal: { readonly code: string } | null;
}

const JOB = 'id state eventsRead eventsInAll cohortId dataSetId releaseIds refusal { code sentence { nl en } }';

/** The service as it is run: a process of its own, under its own login, with nothing in its environment but what it needs. */
export const runningEvaluation = async ({ cases }: { readonly cases: number }) => {
  const prepared = await preparedDatabase(people);
  const { platform, databaseUrl } = prepared;
  await settle(platform.store, cases);
  const folder = await mkdtemp(join(tmpdir(), 'perspectief-evaluation-'));
  const issuer = await testIssuer();
  const env = {
    PATH: process.env['PATH'], EVALUATION_DATABASE_URL: databaseUrl, EVALUATION_FOLDER: join(folder, 'sets'), EVALUATION_SEAL_FILE: join(folder, 'seal', 'study.seal'), PORT: '0', OIDC_ISSUER: issuer.settings.issuer(),
    PUBLIC_URL: 'http://127.0.0.1', NODE_OPTIONS: '--heapsnapshot-signal=SIGUSR2',
  };
  let child: ChildProcess;
  let url = '';
  const start = async (): Promise<void> => {
    child = fork(PROGRAM, [], { env, cwd: folder, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    url = await new Promise((listens, fails) => {
      child.once('message', (word: { listens: string }) => listens(word.listens));
      child.once('exit', (code) => fails(new Error(`the evaluation ended with ${code} before it listened`)));
    });
  };
  await start();
  const jobs = await listeningToJobs(prepared.ownerUrl);

  const ended = (): Promise<void> => new Promise((done) => (child.exitCode !== null || child.signalCode !== null ? done() : child.once('exit', () => done())));
  const bearer = async (id: string): Promise<string> => {
    const [person] = await platform.directory.find([id]);
    return `Bearer ${await issuer.tokenFor({ id, role: person?.role ?? 'evaluator' })}`;
  };
  const get = async (path: string, as?: string): Promise<Response> => fetch(`${url}${path}`, { headers: as === undefined ? {} : { authorization: await bearer(as) } });
  const ask = async (query: string, variables: object = {}, as: string | null = 'evaluator-1'): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', ...(as !== null && { authorization: await bearer(as) }) };
    const response = await fetch(`${url}/evaluation/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const body = (await response.json()) as { data?: Answer['data']; errors?: { extensions: { code: string } }[] };
    return { status: response.status, data: body.data ?? null, errors: (body.errors ?? []).map(({ extensions }) => extensions.code) };
  };

  /** Sends a mutation: `ReleaseFigures` with its input. Answers the study, the job, or the code of the refusal. */
  const send = async (type: string, input: object, as = 'evaluator-1', commandId: string = randomUUID()) => {
    const name = type.charAt(0).toLowerCase() + type.slice(1);
    const study = ['DraftStudy', 'ApproveStudy'].includes(type);
    const takesId = type !== 'CancelJob';
    const query = `mutation ($input: ${type}Input!${takesId ? ', $commandId: ID!' : ''}) { result: ${name}(input: $input${takesId ? ', commandId: $commandId' : ''}) {
      ${study ? '... on StudyChanged { study { id phase version hash } }' : `... on JobAsked { job { ${JOB} } }`} ... on Refused { code field } } }`;
    const { data, errors } = await ask(query, { input, ...(takesId && { commandId }) }, as);
    return (data?.['result'] ?? { errors }) as { study?: { id: string; phase: string; version: number; hash: string }; job?: ShownJob; code?: string; field?: string; errors?: readonly string[] };
  };
  const jobOf = async (jobId: string): Promise<ShownJob> => {
    const { data } = await ask(`query ($jobId: ID!) { job(jobId: $jobId) { ${JOB} } }`, { jobId });
    return (data as unknown as { job: ShownJob }).job;
  };
  const until = async (jobId: string, is: (job: ShownJob) => boolean): Promise<ShownJob> => {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await jobs.changed(end - Date.now())) {
      const job = await jobOf(jobId);
      if (is(job)) return job;
    }
    throw new Error('the job did not come so far in time');
  };
  const finished = (jobId: string): Promise<ShownJob> => until(jobId, ({ state }) => !['waiting', 'running'].includes(state));

  /** The heap as a file, as whoever breaks in would read it. */
  const heapSnapshot = async (): Promise<string> => {
    child.kill('SIGUSR2');
    for (let size = -1; ; ) {
      const [name] = (await readdir(folder)).filter((one) => one.endsWith('.heapsnapshot'));
      await new Promise((later) => setTimeout(later, 300));
      const now = name === undefined ? -1 : statSync(join(folder, name)).size;
      if (name !== undefined && now > 0 && now === size) return join(folder, name);
      size = now;
    }
  };

  /** The process that does the job at hand. */
  const worker = async (): Promise<number> => {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(10)) {
      const [pid] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
      if (pid !== undefined) return Number(pid);
    }
    throw new Error('no worker was started');
  };

  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await ended();
  };
  const close = async (): Promise<void> => {
    await stop();
    await issuer.close();
    await jobs.close();
    await prepared.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { platform, cases, folder, env, ask, send, get, finished, until, jobOf, heapSnapshot, worker, start, stop, close, pid: () => child.pid ?? 0, databaseUrl };
};
export type RunningEvaluation = Awaited<ReturnType<typeof runningEvaluation>>;
