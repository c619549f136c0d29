import { randomUUID } from 'node:crypto';
import type { Stage } from '../stage.js';

export const figures = (stage: Stage): void => describe('figures', () => {
  const { studyId } = stage;

  test('a cohort is frozen in a process of its own, asked twice it is frozen once', async () => {
    const id = randomUUID();
    const [asked] = [await stage.service.send('FreezeCohort', { studyId }, 'evaluator-1', id), await stage.service.send('FreezeCohort', { studyId }, 'evaluator-1', id)];
    const job = await stage.service.finished(asked.job?.id ?? '');
    expect(job).toMatchObject({ state: 'done', refusal: null });
    expect(job.eventsRead).toBeGreaterThan(900);
    stage.cohortId = job.cohortId ?? '';
    const { data } = await stage.service.ask('query ($s: ID!) { study(studyId: $s) { cohorts { id version } } jobs(studyId: $s) { id } }', { s: studyId });
    expect(data).toMatchObject({ study: { cohorts: [{ id: stage.cohortId, version: 1 }] }, jobs: [{ id: job.id }] });
    const used = { code: 'COMMAND_ID_REUSED', field: 'commandId' };
    expect(await stage.service.send('FreezeCohort', { studyId }, 'evaluator-2', id)).toEqual(used);
    expect(await stage.service.send('ReleaseFigures', { studyId, cohortId: stage.cohortId }, 'evaluator-1', id)).toEqual(used);
  }, 90_000);

  test('outcomes wait for the balance of the arms', async () => {
    expect(await stage.release([{ kind: 'outflow' }])).toMatchObject({ state: 'refused', refusal: { code: 'BALANCE_FIRST' } });
    expect(await stage.release([{ kind: 'survival', by: 'shoe-size' }])).toMatchObject({ code: 'NOT_A_FIGURE', field: 'figures.0.by' });
  }, 90_000);

  test('the usual figures are let out, and once let out they are not computed again', async () => {
    const first = await stage.release();
    expect(first).toMatchObject({ state: 'done' });
    const shown = await stage.releases();
    expect(shown.map(({ kind }) => kind)).toEqual(['attrition', 'balance', 'survival', 'lead-time', 'outflow', 'on-time', 'process-map']);
    const open = shown.flatMap(({ parts }) => parts).filter(({ hidden }) => hidden === null);
    expect(open.length).toBeGreaterThan(4);
    const curves = shown.find(({ kind }) => kind === 'survival')?.parts.filter(({ curve }) => curve !== null) ?? [];
    expect(curves.map(({ name }) => name)).toEqual(['other', 'signal']);
    for (const { curve } of curves) for (const { atRisk } of curve?.steps ?? []) expect(atRisk).toBeGreaterThanOrEqual(10);
    const again = await stage.release();
    expect(again).toMatchObject({ state: 'done', eventsRead: 0 });
    expect(await stage.releases()).toEqual(shown);
  }, 90_000);

  test('all kinds at once: each is shown or says why not, and no shown count is small', async () => {
    const kinds = ['cumulative-incidence', 'dropout', 'relapse', 'life-areas', 'quality-of-life', 'credit', 'cost', 'reach', 'time-in-track', 'variants'];
    const figures = [...kinds.map((kind) => ({ kind })), { kind: 'counterfactual', ruleSet: 'mandate-250' }, { kind: 'on-time', by: 'area' }, { kind: 'outflow', by: 'arm' }];
    expect(await stage.release(figures)).toMatchObject({ state: 'done' });
    const shown = (await stage.releases()).slice(7);
    expect(shown).toHaveLength(figures.length);
    const counts = JSON.stringify(shown).match(/"(?:of|kept|cases|count|total|begins|atRisk)":(\d+)/g) ?? [];
    expect(counts.length).toBeGreaterThan(4);
    expect(counts.map((text) => Number(text.split(':')[1])).filter((count) => count !== 0 && count < 10)).toEqual([]);
  }, 90_000);
});
