import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { verifyDataset } from '@perspectief/evaluation-datasets';
import { deriveId } from '@perspectief/kernel';
import { runningEvaluation, type RunningEvaluation } from './testing/running-evaluation.js';
import { trajectoryOf } from './testing/town.js';

const CASES = 150;
const CANARIES = ['Kanariegeel', 'Kanarievogel', 'Kanariebank', 'Kanarieveer'];
const studyId = deriveId('study of the e2e');

const card = {
  question: 'How long does it take to agree on a plan, with and without an early signal?', purpose: 'evaluation', legalBasis: 'GDPR article 89', eligibility: [],
  arms: [
    { name: 'signal', when: [{ kind: 'attribute', attribute: 'source', values: ['early-signal', 'street-approach'] }] },
    { name: 'other', when: [{ kind: 'attribute', attribute: 'source', values: ['early-signal', 'street-approach'], not: true }] },
  ],
  timeZero: { event: 'TrajectoryOpened' }, outcome: { event: 'PlanAgreed', says: 'plan agreed' }, followUpDays: 365,
  censoring: [{ reason: 'moved', informative: false }, { reason: 'withdrew', informative: true }], competing: ['deceased'],
  contrast: 'intention-to-treat', analysis: ['kaplan-meier', 'log-rank'], subgroups: [],
};

let service: RunningEvaluation;
let hash = '';
let cohortId = '';

/** Words that somebody typed, sealed and unsealed, in the file of one household that is in the study. */
const hideCanaries = async ({ platform }: RunningEvaluation): Promise<void> => {
  const trajectoryId = trajectoryOf(1);
  const actor = { id: 'coach-1', role: 'neighbourhood-coach' };
  const told = [
    { type: 'TellStory', data: { trajectoryId, storyId: deriveId('canary story'), text: `Wij heten ${CANARIES[0]}`, visibleTo: ['neighbourhood-coach'] } },
    { type: 'LogContact', data: { trajectoryId, contactId: deriveId('canary contact'), kind: 'call', reached: true, note: CANARIES[1] } },
    { type: 'RegisterDebt', data: { trajectoryId, debtId: deriveId('canary debt'), creditor: CANARIES[2], claim: 12_300, rank: 'concurrent', treatment: 'included', kind: 'other' } },
    { type: 'ReportBottleneck', data: { trajectoryId, bottleneckId: deriveId('canary bottleneck'), rule: CANARIES[3], organisation: CANARIES[3], law: 'wmo', description: CANARIES[3] } },
  ];
  let written = 0;
  for (const command of told) {
    const answer = await platform.path.handle({ ...command, commandId: randomUUID(), actor } as never).catch(() => undefined);
    if (answer && 'accepted' in answer) written += 1;
  }
  expect(written).toBeGreaterThanOrEqual(2);
};

beforeAll(async () => {
  service = await runningEvaluation({ cases: CASES });
  await hideCanaries(service);
}, 120_000);
afterAll(() => service?.close(), 60_000);

describe('who comes in', () => {
  test('nobody without a sign-in, and nobody else of the directory', async () => {
    const question = '{ studies { id } }';
    expect(await service.ask(question, {}, null)).toMatchObject({ data: null, errors: ['NOT_SIGNED_IN'] });
    expect(await service.ask(question, {}, 'coach-1')).toMatchObject({ data: null });
    expect((await service.ask(question, {}, 'coach-1')).errors).toHaveLength(1);
    expect(await service.ask(question)).toMatchObject({ data: { studies: [] }, errors: [] });
    expect((await service.get('/evaluation/graphql?query={studies{id}}', 'evaluator-1')).status).toBe(405);
  });

  test('it was given no key', () => {
    const environment = readFileSync(`/proc/${service.pid()}/environ`, 'utf8');
    expect(environment).not.toMatch(/MASTER|KEYS/);
    expect(Object.keys(service.env).filter((name) => /KEY/.test(name))).toEqual([]);
  });
});

describe('a study', () => {
  test('is written down, and a second person agrees before anything is frozen', async () => {
    expect(await service.send('DraftStudy', { studyId, card: { ...card, arms: [] } })).toMatchObject({ code: 'CARD_INCOMPLETE', field: 'arms' });
    expect(await service.send('DraftStudy', { studyId, card: { ...card, timeZero: { event: 'PlanAgreed' } } })).toMatchObject({ code: 'OUTCOME_IN_DEFINITION' });
    const drafted = await service.send('DraftStudy', { studyId, card });
    expect(drafted.study).toMatchObject({ id: studyId, phase: 'drafted', version: 1 });
    hash = drafted.study?.hash ?? '';
    expect(await service.send('FreezeCohort', { studyId })).toMatchObject({ code: 'NOT_APPROVED' });
    expect(await service.send('ApproveStudy', { studyId, version: 1, hash })).toMatchObject({ code: 'OWN_STUDY' });
    expect(await service.send('ApproveStudy', { studyId, version: 1, hash: 'another' }, 'privacy-officer-1')).toMatchObject({ code: 'CARD_CHANGED' });
    expect(await service.send('ApproveStudy', { studyId, version: 1, hash }, 'privacy-officer-1')).toMatchObject({ study: { phase: 'approved' } });
  });

  test('a privacy officer writes none, cuts none, and sees no single case', async () => {
    for (const [type, input] of [['DraftStudy', { studyId, card }], ['CutDataset', { studyId, cohortId: studyId }]] as const)
      expect(await service.send(type, input, 'privacy-officer-1')).toMatchObject({ errors: ['FORBIDDEN'] });
    expect(await service.ask('query ($s: ID!) { studyCases(studyId: $s, cohortId: $s) { caseId } }', { s: studyId }, 'privacy-officer-1')).toMatchObject({ errors: ['FORBIDDEN'] });
  });

  test('a study of another municipality is not found, as one that nobody ever wrote', async () => {
    await service.platform.directory.put({ id: 'evaluator-9', municipality: 'elders', role: 'evaluator', name: 'Ander' });
    const question = 'query ($s: ID!) { study(studyId: $s) { id } }';
    const [other, never] = [await service.ask(question, { s: studyId }, 'evaluator-9'), await service.ask(question, { s: deriveId('never') }, 'evaluator-9')];
    expect([other.errors, other.errors]).toEqual([['NOT_FOUND'], never.errors]);
  });
});

const release = async (figures?: readonly object[]) => {
  const asked = await service.send('ReleaseFigures', { studyId, cohortId, ...(figures && { figures }) });
  return asked.job ? service.finished(asked.job.id) : asked;
};

interface Shown {
  readonly kind: string;
  readonly parts: readonly { readonly name: string; readonly hidden: string | null; readonly curve: { readonly steps: readonly { readonly atRisk: number }[] } | null; readonly flow: readonly { readonly kept: number | null }[] | null }[];
}
const RELEASES = `query ($s: ID!) { releases(studyId: $s) { id kind by cutOn parts { name hidden sentence { nl en } number { value of unit lower upper } flow { name kept }
  curve { begins ends steps { time estimate lower upper atRisk } } table { rows columns counts rowTotals columnTotals total } map { hiddenArcs arcs { from to cases medianWait } }
  variants { hidden hiddenCases shown { steps cases } } counts { hidden rows { figure count } } } } }`;
const releases = async (): Promise<readonly Shown[]> => ((await service.ask(RELEASES, { s: studyId })).data as unknown as { releases: Shown[] }).releases;

describe('figures', () => {
  test('a cohort is frozen in a process of its own, asked twice it is frozen once', async () => {
    const id = randomUUID();
    const [asked] = [await service.send('FreezeCohort', { studyId }, 'evaluator-1', id), await service.send('FreezeCohort', { studyId }, 'evaluator-1', id)];
    const job = await service.finished(asked.job?.id ?? '');
    expect(job).toMatchObject({ state: 'done', refusal: null });
    expect(job.eventsRead).toBeGreaterThan(900);
    cohortId = job.cohortId ?? '';
    const { data } = await service.ask('query ($s: ID!) { study(studyId: $s) { cohorts { id version } } jobs(studyId: $s) { id } }', { s: studyId });
    expect(data).toMatchObject({ study: { cohorts: [{ id: cohortId, version: 1 }] }, jobs: [{ id: job.id }] });
  }, 90_000);

  test('outcomes wait for the balance of the arms', async () => {
    expect(await release([{ kind: 'outflow' }])).toMatchObject({ state: 'refused', refusal: { code: 'BALANCE_FIRST' } });
    expect(await release([{ kind: 'survival', by: 'shoe-size' }])).toMatchObject({ code: 'NOT_A_FIGURE', field: 'figures.0.by' });
  }, 90_000);

  test('the usual figures are let out, and once let out they are not computed again', async () => {
    const first = await release();
    expect(first).toMatchObject({ state: 'done' });
    const shown = await releases();
    expect(shown.map(({ kind }) => kind)).toEqual(['attrition', 'balance', 'survival', 'lead-time', 'outflow', 'on-time', 'process-map']);
    const open = shown.flatMap(({ parts }) => parts).filter(({ hidden }) => hidden === null);
    expect(open.length).toBeGreaterThan(4);
    const curves = shown.find(({ kind }) => kind === 'survival')?.parts.filter(({ curve }) => curve !== null) ?? [];
    expect(curves.map(({ name }) => name)).toEqual(['other', 'signal']);
    for (const { curve } of curves) for (const { atRisk } of curve?.steps ?? []) expect(atRisk).toBeGreaterThanOrEqual(10);
    const again = await release();
    expect(again).toMatchObject({ state: 'done', eventsRead: 0 });
    expect(await releases()).toEqual(shown);
  }, 90_000);

  test('all kinds at once: each is shown or says why not, and no shown count is small', async () => {
    const kinds = ['cumulative-incidence', 'dropout', 'relapse', 'life-areas', 'quality-of-life', 'credit', 'cost', 'reach', 'time-in-track', 'variants'];
    const figures = [...kinds.map((kind) => ({ kind })), { kind: 'counterfactual', ruleSet: 'mandate-250' }, { kind: 'on-time', by: 'area' }, { kind: 'outflow', by: 'arm' }];
    expect(await release(figures)).toMatchObject({ state: 'done' });
    const shown = (await releases()).slice(7);
    expect(shown).toHaveLength(figures.length);
    const counts = JSON.stringify(shown).match(/"(?:of|kept|cases|count|total|begins|atRisk)":(\d+)/g) ?? [];
    expect(counts.length).toBeGreaterThan(4);
    expect(counts.map((text) => Number(text.split(':')[1])).filter((count) => count !== 0 && count < 10)).toEqual([]);
  }, 90_000);
});

interface Case { readonly caseId: string }
interface Replayed {
  readonly total: number; readonly begins: string; readonly ends: string; readonly stateHash: string;
  readonly steps: readonly { readonly number: number; readonly event: string; readonly happenedOn: string; readonly stateHash: string; readonly changes: readonly { readonly path: string }[] }[];
}
const REPLAY = `query ($s: ID!, $c: String!, $asOf: BusinessDate, $knownOn: BusinessDate, $view: String! = "as-known-now", $from: Int! = 1, $first: Int! = 200) {
  replay(studyId: $s, caseId: $c, asOf: $asOf, knownOn: $knownOn, view: $view, from: $from, first: $first) { total begins ends stateHash
    steps { number event happenedOn recordedOn recordedDaysLater firstSaidOn corrects role rules stateHash changes { path before after } clocks { rule before { due state } after { due state } } }
    clocks { rule version state due metOn } } }`;
const replayed = async (more: object): Promise<Replayed> => ((await service.ask(REPLAY, { s: studyId, ...more })).data as unknown as { replay: Replayed }).replay;
const casesOf = async (): Promise<readonly Case[]> =>
  ((await service.ask('query ($s: ID!, $c: ID!) { studyCases(studyId: $s, cohortId: $c, first: 500) { caseId arm } }', { s: studyId, c: cohortId })).data as unknown as { studyCases: Case[] }).studyCases;

const sizesOf = (cases: readonly Case[]) => Promise.all(cases.map(async ({ caseId }) => ({ caseId, size: (await replayed({ c: caseId, first: 1 })).total })));

describe('one case', () => {
  let longest: { readonly caseId: string; readonly whole: Replayed };

  test('is replayed step by step, and the same facts give the same hash', async () => {
    const sizes = await sizesOf(await casesOf());
    expect(sizes.length).toBeGreaterThan(90);
    const { caseId } = sizes.reduce((best, one) => (one.size > best.size ? one : best));
    const whole = await replayed({ c: caseId });
    longest = { caseId, whole };
    expect(whole.total).toBeGreaterThan(6);
    expect(whole.steps.map(({ number }) => number)).toEqual(whole.steps.map((_, i) => i + 1));
    expect(whole.steps.every(({ changes, stateHash }) => changes.length >= 0 && /^[0-9a-f]{64}$/.test(stateHash))).toBe(true);
    expect(await replayed({ c: caseId })).toEqual(whole);
    const second = await replayed({ c: caseId, from: 3, first: 2 });
    expect(second.steps).toEqual(whole.steps.slice(2, 4));
  }, 60_000);

  test('as of a day there is no later fact, and the hash is that of the last one', async () => {
    const { caseId, whole } = longest;
    const day = whole.steps[Math.floor(whole.total / 2)]?.happenedOn ?? '';
    const until = await replayed({ c: caseId, asOf: day });
    expect(until.total).toBeLessThan(whole.total + 1);
    expect(until.steps.every(({ happenedOn }) => happenedOn <= day)).toBe(true);
    expect(until.stateHash).toBe(until.steps.at(-1)?.stateHash);
    expect((await service.ask(REPLAY, { s: studyId, c: caseId, asOf: '2024-02-31' })).errors).toEqual(['BAD_USER_INPUT']);
  });

  test('under other rules it is read on a copy that says so', async () => {
    const question = `query ($s: ID!, $c: String!, $r: String!) { counterfactual(studyId: $s, caseId: $c, ruleSet: $r) { kind ruleSet says { nl en } decidedAgain decisions { command before after } clocks { rule missedBefore missedAfter } } }`;
    const { data } = await service.ask(question, { s: studyId, c: longest.caseId, r: 'conversation-in-two-weeks' });
    expect(data).toMatchObject({ counterfactual: { kind: 'counterfactual', ruleSet: 'conversation-in-two-weeks' } });
    expect((await service.ask(question, { s: studyId, c: longest.caseId, r: 'no-such' })).errors).toEqual(['BAD_USER_INPUT']);
    expect((await service.ask(question, { s: studyId, c: 'p00', r: 'mandate-250' })).errors).toEqual(['NOT_FOUND']);
  });

  test('nothing in it was typed by somebody, and no real id is in it', async () => {
    // The case in whose file words were hidden, by the number of its events.
    const events = (await service.platform.store.readStream(`trajectory-${trajectoryOf(1)}`)).length;
    const sizes = await sizesOf(await casesOf());
    expect(sizes.some(({ size }) => size === events)).toBe(true);
    const ids = Array.from({ length: CASES }, (_, n) => trajectoryOf(n));
    for (const { caseId } of sizes.filter(({ size }) => size === events)) {
      const text = JSON.stringify(await replayed({ c: caseId }));
      expect(CANARIES.filter((word) => text.includes(word))).toEqual([]);
      expect(ids.filter((id) => text.includes(id))).toEqual([]);
      expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-|⟦|coach-1/);
    }
  }, 60_000);
});

describe('data sets', () => {
  let dataSetId = '';
  const places = () => join(service.folder, 'sets', 'datasets');

  test('a worker that is killed leaves a failed job and no half data set', async () => {
    const asked = await service.send('CutDataset', { studyId, cohortId });
    const jobId = asked.job?.id ?? '';
    await service.until(jobId, ({ state }) => state === 'running');
    const children = () => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && existsSync(`/proc/${pid}/stat`)).filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(jobId);
      } catch {
        return false;
      }
    });
    let [worker] = children();
    for (let look = 0; worker === undefined && look < 100; look += 1) {
      await new Promise((later) => setTimeout(later, 20));
      [worker] = children();
    }
    process.kill(Number(worker), 'SIGKILL');
    expect(await service.finished(jobId)).toMatchObject({ state: 'failed', dataSetId: null, refusal: { code: 'WORKER_STOPPED' } });
    expect(existsSync(places()) ? readdirSync(places()) : []).toEqual([]);
  }, 60_000);

  test('work that runs can be cancelled, and work that waits too', async () => {
    const [one, other] = [await service.send('CutDataset', { studyId, cohortId }), await service.send('CutDataset', { studyId, cohortId })];
    const [first, second] = [one.job?.id ?? '', other.job?.id ?? ''];
    await service.until(first, ({ state }) => state === 'running');
    expect((await service.jobOf(second)).state).toBe('waiting');
    expect(await service.send('CancelJob', { jobId: second })).toMatchObject({ job: { state: 'cancelled' } });
    await service.send('CancelJob', { jobId: first });
    expect(await service.finished(first)).toMatchObject({ state: 'cancelled', dataSetId: null });
    expect(existsSync(places()) ? readdirSync(places()) : []).toEqual([]);
  }, 60_000);

  test('a service that is killed says of what ran that it was interrupted', async () => {
    const asked = await service.send('CutDataset', { studyId, cohortId });
    const jobId = asked.job?.id ?? '';
    await service.until(jobId, ({ state }) => state === 'running');
    await service.stop('SIGKILL');
    await service.start();
    expect(await service.finished(jobId)).toMatchObject({ state: 'failed', refusal: { code: 'INTERRUPTED' } });
  }, 60_000);

  test('one that is cut is whole, and is downloaded by who may', async () => {
    const asked = await service.send('CutDataset', { studyId, cohortId });
    const job = await service.finished(asked.job?.id ?? '');
    expect(job).toMatchObject({ state: 'done' });
    dataSetId = job.dataSetId ?? '';
    expect(readdirSync(places())).toEqual([job.id]);
    expect((await verifyDataset(join(places(), job.id)))?.whole).toBe(true);
    const { data } = await service.ask('query ($s: ID!) { dataSets(studyId: $s) { id archive files { path href bytes logicalSha256 } } }', { s: studyId });
    const [found] = (data as unknown as { dataSets: { id: string; archive: string; files: { path: string; href: string; bytes: number }[] }[] }).dataSets;
    expect(found).toMatchObject({ id: dataSetId });
    const csv = found?.files.find(({ path }) => path === 'csv/cases.csv');
    const answer = await service.get(csv?.href ?? '', 'evaluator-1');
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, csv?.bytes]);
    const archive = await service.get(found?.archive ?? '', 'evaluator-1');
    expect([archive.status, archive.headers.get('content-type'), Buffer.from(await archive.arrayBuffer()).subarray(0, 2).toString()]).toEqual([200, 'application/zip', 'PK']);
    expect((await service.get(csv?.href ?? '', 'privacy-officer-1')).status).toBe(404);
    expect((await service.get(csv?.href ?? '', 'coach-1')).status).toBeGreaterThanOrEqual(403);
    expect((await service.get(csv?.href ?? '')).status).toBe(401);
    expect((await service.get(`/evaluation/datasets/${studyId}/${dataSetId}/files/..%2f..%2f${job.id}%2fmanifest.json`, 'evaluator-1')).status).toBe(404);
  }, 90_000);
});

describe('oversight', () => {
  test('who asked for what stands in the log, by product', async () => {
    const question = 'query ($p: String) { studyLog(product: $p, first: 200) { what personId product outcome studyId } }';
    const { data } = await service.ask(question, { p: 'controlled-microdata' }, 'privacy-officer-1');
    const log = (data as unknown as { studyLog: { what: string; outcome: string; personId: string; product: string }[] }).studyLog;
    expect(new Set(log.map(({ product }) => product))).toEqual(new Set(['controlled-microdata']));
    for (const what of ['dataset-file', 'dataset-archive']) expect(log).toContainEqual(expect.objectContaining({ what, outcome: 'exported', personId: 'evaluator-1' }));
    expect(log).toContainEqual(expect.objectContaining({ what: 'dataset-file', outcome: 'denied', personId: 'privacy-officer-1' }));
    expect((await service.ask(question, {}, 'evaluator-1')).errors).toEqual(['FORBIDDEN']);
  });

  test('nothing that anybody typed is in its files or in its memory', async () => {
    const snapshot = await service.heapSnapshot();
    const files = [snapshot, ...readdirSync(service.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))];
    expect(files.length).toBeGreaterThan(20);
    const found: string[] = [];
    let marks = 0;
    for (const file of new Set(files)) {
      let tail = '';
      for await (const chunk of createReadStream(file, 'latin1')) {
        const text = tail + String(chunk);
        for (const word of CANARIES) if (text.includes(word)) found.push(`${word} in ${file === snapshot ? 'the heap' : file}`);
        if (file === snapshot && text.includes('studyCases')) marks += 1;
        tail = text.slice(-100);
      }
    }
    // The snapshot is one of this service: its own words are in it.
    expect(marks).toBeGreaterThan(0);
    expect([...new Set(found)]).toEqual([]);
  }, 60_000);

  test('once the key is destroyed, no case is found any more, and the figures stay', async () => {
    const [{ caseId }] = (await casesOf()) as [Case];
    expect((await service.ask(REPLAY, { s: studyId, c: caseId })).errors).toEqual([]);
    const { errors } = await service.ask('mutation ($s: ID!) { destroyStudyKey(input: { studyId: $s }) { studyId } }', { s: studyId }, 'privacy-officer-1');
    expect(errors).toEqual([]);
    expect((await service.ask(REPLAY, { s: studyId, c: caseId })).errors).toEqual(['NOT_FOUND']);
    expect(await release([{ kind: 'credit', by: 'arm' }])).toMatchObject({ state: 'refused', refusal: { code: 'KEY_DESTROYED' } });
    expect((await releases()).length).toBeGreaterThan(10);
  }, 60_000);
});
