import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { verifyDataset } from '@perspectief/evaluation-datasets';
import { MICRODATA, type Stage } from '../stage.js';

export const dataSets = (stage: Stage): void => describe('data sets', () => {
  const { studyId } = stage;
  const cut = () => stage.service.send('CutDataset', { studyId, cohortId: stage.cohortId }, MICRODATA);

  let dataSetId = '';
  const places = () => join(stage.service.folder, 'sets', 'datasets');

  test('a worker that is killed leaves a failed job and no half data set', async () => {
    const asked = await cut();
    const jobId = asked.job?.id ?? '';
    await stage.service.until(jobId, ({ state }) => state === 'running');
    process.kill(await stage.service.worker(), 'SIGKILL');
    expect(await stage.service.finished(jobId)).toMatchObject({ state: 'failed', dataSetId: null, refusal: { code: 'WORKER_STOPPED' } });
    expect(existsSync(places()) ? readdirSync(places()) : []).toEqual([]);
  }, 60_000);

  test('work that runs can be cancelled, and work that waits too', async () => {
    const [one, other] = [await cut(), await cut()];
    const [first, second] = [one.job?.id ?? '', other.job?.id ?? ''];
    await stage.service.until(first, ({ state }) => state === 'running');
    expect((await stage.service.jobOf(second)).state).toBe('waiting');
    expect(await stage.service.send('CancelJob', { jobId: second }, MICRODATA)).toMatchObject({ job: { state: 'cancelled' } });
    await stage.service.send('CancelJob', { jobId: first }, MICRODATA);
    expect(await stage.service.finished(first)).toMatchObject({ state: 'cancelled', dataSetId: null });
    expect(existsSync(places()) ? readdirSync(places()) : []).toEqual([]);
  }, 60_000);

  test('a service that is killed says of what ran that it was interrupted', async () => {
    const asked = await cut();
    const jobId = asked.job?.id ?? '';
    await stage.service.until(jobId, ({ state }) => state === 'running');
    await stage.service.stop('SIGKILL');
    await stage.service.start();
    expect(await stage.service.finished(jobId)).toMatchObject({ state: 'failed', refusal: { code: 'INTERRUPTED' } });
  }, 60_000);

  test('one that is cut is whole, and is downloaded by who may', async () => {
    const asked = await cut();
    const job = await stage.service.finished(asked.job?.id ?? '');
    expect(job).toMatchObject({ state: 'done' });
    dataSetId = job.dataSetId ?? '';
    expect(readdirSync(places())).toEqual([job.id]);
    expect((await verifyDataset(join(places(), job.id)))?.whole).toBe(true);
    const { data } = await stage.service.ask('query ($s: ID!) { dataSets(studyId: $s) { id archive files { path href bytes logicalSha256 } } }', { s: studyId }, MICRODATA);
    const [found] = (data as unknown as { dataSets: { id: string; archive: string; files: { path: string; href: string; bytes: number }[] }[] }).dataSets;
    expect(found).toMatchObject({ id: dataSetId });
    const csv = found?.files.find(({ path }) => path === 'csv/cases.csv');
    const answer = await stage.service.get(csv?.href ?? '', MICRODATA);
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, csv?.bytes]);
    const archive = await stage.service.get(found?.archive ?? '', MICRODATA);
    expect([archive.status, archive.headers.get('content-type'), Buffer.from(await archive.arrayBuffer()).subarray(0, 2).toString()]).toEqual([200, 'application/zip', 'PK']);
    expect((await stage.service.get(csv?.href ?? '', 'privacy-officer-1')).status).toBe(404);
    expect((await stage.service.get(csv?.href ?? '', 'coach-1')).status).toBeGreaterThanOrEqual(403);
    expect((await stage.service.get(csv?.href ?? '')).status).toBe(401);
    expect((await stage.service.get(`/evaluation/datasets/${studyId}/${dataSetId}/files/..%2f..%2f${job.id}%2fmanifest.json`, MICRODATA)).status).toBe(400);
  }, 90_000);
});
