import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { allEvents, openPlatform, type Platform } from '@perspectief/assembly';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { logicalDifferences, verifyDataset, type Manifest } from '@perspectief/evaluation-datasets';
import { exportStudy, Studies, type ExportRequest } from '@perspectief/evaluation-records';
import { prepareEvaluation } from '@perspectief/evaluation-register';
import type { StudyCard, StudyCommand } from '@perspectief/evaluation-studies';
import { deriveId, idOfStream, type Recorded } from '@perspectief/kernel';
import { throwAwayKeys } from '@perspectief/privacy';
import { codecOf } from '@perspectief/runtime';
import { householdOf } from '../demo/household.js';
import { loadCaseload } from '../demo/load.js';
import { ScopedClock } from '../opening/scoped-clock.js';

const TODAY = '2026-03-02';
const HOUSEHOLDS = 80;
const clock = new ScopedClock();
const studyId = deriveId('study of the caseload');
let database: ThrowAwayDatabase;
let platform: Platform;
let own: DataSource;
let studies: Studies;
let folders: string;

const tandem = { kind: 'happened', event: 'TandemStarted' } as const;
const card: StudyCard = {
  question: 'Hoe lang duurt het tot een plan?', purpose: 'evaluatie', legalBasis: 'AVG 89', eligibility: [],
  arms: [{ name: 'tandem', when: [tandem] }, { name: 'geen tandem', when: [{ ...tandem, not: true }] }],
  timeZero: { event: 'FirstConversationHeld' }, outcome: { event: 'PlanAgreed', says: 'plan' }, followUpDays: 730,
  censoring: [{ reason: 'moved', informative: false }], competing: ['deceased'], contrast: 'intention-to-treat', analysis: ['kaplan-meier'], subgroups: [],
};

const evaluator = { actor: { id: 'evaluator-1', role: 'evaluator' }, municipality: 'groningen', now: `${TODAY}T12:00:00.000Z` };
const officer = { ...evaluator, actor: { id: 'privacy-officer-1', role: 'privacy-officer' } };
const send = (command: StudyCommand, sender = evaluator) => studies.run(command, { ...sender, commandId: randomUUID() });

async function* log(): AsyncGenerator<readonly Recorded[]> {
  const codec = codecOf(allEvents);
  for (let after: string | undefined; ; ) {
    const events = await platform.store.readAll({ after, limit: 500 });
    if (events.length === 0) return;
    after = events.at(-1)?.position;
    yield events.map((event) => codec.decode(event));
  }
}

const exported = async (name: string, more: Partial<ExportRequest> = {}) =>
  exportStudy(studies, {
    studyId, folder: join(folders, name), position: (await platform.store.head()) ?? '', expiresOn: '2027-03-02', code: { version: '0', commit: 'c', lockfile: 'l' }, sender: evaluator, log, ...more,
  });

const manifestOf = (result: Awaited<ReturnType<typeof exported>>): Extract<Manifest, { kind: 'study' }> => {
  if ('refused' in result || result.manifest.kind !== 'study') throw new Error('refused' in result ? result.refused.code : 'no study');
  return result.manifest;
};

beforeAll(async () => {
  folders = await mkdtemp(join(tmpdir(), 'perspectief-export-'));
  database = await throwAwayDatabase();
  platform = await openPlatform({ databaseUrl: database.url, keys: throwAwayKeys(), clock });
  own = await prepareEvaluation(database.url);
  studies = new Studies(own, throwAwayKeys());
  await loadCaseload(platform, clock, { households: HOUSEHOLDS, seed: 3, today: TODAY });
}, 120_000);
afterAll(async () => {
  await own.destroy();
  await platform.close();
  await database.drop();
  await rm(folders, { recursive: true, force: true });
});

test('nothing is cut before a second person agreed with the card', async () => {
  expect(await exported('none')).toMatchObject({ refused: { code: 'UNKNOWN_STUDY' } });
  expect(await send({ type: 'DraftStudy', data: { studyId, card } })).toMatchObject({ accepted: [{ type: 'StudyDrafted' }] });
  const hash = (await studies.find(studyId))?.state.hash ?? '';
  expect(await exported('none')).toMatchObject({ refused: { code: 'NOT_APPROVED' } });
  expect(await send({ type: 'ApproveStudy', data: { studyId, version: 1, hash } })).toMatchObject({ refused: { code: 'OWN_STUDY' } });
  expect(await send({ type: 'ApproveStudy', data: { studyId, version: 1, hash } }, officer)).toMatchObject({ accepted: [{ type: 'StudyApproved' }] });
  expect(await readdir(folders)).toEqual([]);
});

test('a command that comes twice is one command, and that of somebody else is none', async () => {
  const [commandId, other] = [randomUUID(), deriveId('sent twice')];
  const twice = () => studies.run({ type: 'DraftStudy', data: { studyId: other, card } }, { ...evaluator, commandId });
  expect(await twice()).toEqual(await twice());
  const ofAnother = studies.run({ type: 'DraftStudy', data: { studyId: other, card } }, { ...officer, commandId });
  expect(await ofAnother).toMatchObject({ refused: { code: 'COMMAND_ID_REUSED', field: 'commandId' } });
  expect((await studies.find(other))?.history).toHaveLength(1);
});

let first: Extract<Manifest, { kind: 'study' }>;

test('an approved study is cut: cohort and data set are on record, files are whole, and nobody of the log is in them', async () => {
  first = manifestOf(await exported('first'));
  expect(first).toMatchObject({ requestedByRole: 'evaluator', approvedByRole: 'privacy-officer', withdrawn: 0, asOf: { cutOn: '2026-03-01' } });
  expect(first.inclusion['included']).toBeGreaterThan(15);
  const state = (await studies.find(studyId))?.state;
  expect(state?.cohorts).toMatchObject([{ cohortId: first.cohort.id, position: first.cohort.position, members: first.cohort.members }]);
  expect(state?.datasets).toEqual([first.datasetId]);
  expect((await verifyDataset(join(folders, 'first')))?.whole).toBe(true);
  const secrets = ['⟦', ...Array.from({ length: HOUSEHOLDS }, (_, n) => householdOf(3, n, TODAY).streams).flat().map(idOfStream), 'coach-beijum-1', 'counsellor-'];
  for (const { path } of first.files) {
    const bytes = await readFile(join(folders, 'first', path));
    expect([path, secrets.filter((secret) => bytes.includes(secret))]).toEqual([path, []]);
  }
}, 60_000);

test('made again at its position it says the same, whatever was written since', async () => {
  await loadCaseload(platform, clock, { households: HOUSEHOLDS + 10, seed: 3, today: TODAY });
  const again = manifestOf(await exported('again', { cohortId: first.cohort.id, position: first.asOf.position }));
  expect(again.replaces).toBe(first.datasetId);
  expect(logicalDifferences(first, again)).toEqual([]);
}, 120_000);

test('an erased household is gone from the next cut, and the manifest says how many', async () => {
  const engineRows = (await readFile(join(folders, 'first', 'csv', 'cases.csv'), 'utf8')).split('\n').slice(1).map((row) => row.split(',')[0]?.replaceAll('"', ''));
  const key = await studies.keys.of(studyId);
  const closed = (await platform.database.query(`select 'trajectory-' || trajectory_id as stream from read.trajectories where status = 'closed'`)) as { stream: string }[];
  const ended = new Set(closed.map(({ stream }) => stream));
  const found = Array.from({ length: HOUSEHOLDS }, (_, n) => householdOf(3, n, TODAY).streams).find(
    ([, trajectory = '']) => ended.has(trajectory) && engineRows.includes(key?.pseudonymOf(idOfStream(trajectory))),
  );
  const householdId = idOfStream(found?.[0] ?? '');
  const erased = await platform.path.handle({
    type: 'EraseHousehold', data: { householdId, reason: 'request-granted' }, commandId: deriveId('erase one'), actor: { id: 'privacy-officer-1', role: 'privacy-officer' },
  });
  expect(erased).toMatchObject({ accepted: { repeated: false } });
  const next = manifestOf(await exported('next', { cohortId: first.cohort.id, position: first.asOf.position }));
  expect(next).toMatchObject({ withdrawn: 1, cohort: first.cohort });
  const gone = key?.pseudonymOf(householdId) ?? 'no key';
  expect((await readFile(join(folders, 'first', 'csv', 'cases.csv'))).includes(gone)).toBe(true);
  for (const { path } of next.files) expect([path, (await readFile(join(folders, 'next', path))).includes(gone)]).toEqual([path, false]);
}, 60_000);

test('once its key is destroyed, the study is never cut again, and the key does not come back', async () => {
  await studies.keys.destroy(studyId);
  expect(await exported('late', { cohortId: first.cohort.id })).toMatchObject({ refused: { code: 'KEY_DESTROYED' } });
  await expect(own.query(`update evaluation.study_keys set key = '\\x00', destroyed_at = null`)).rejects.toThrow('a study key is sealed or destroyed, and nothing else');
  await expect(own.query('delete from evaluation.study_events')).rejects.toThrow('stays as it was written');
});
