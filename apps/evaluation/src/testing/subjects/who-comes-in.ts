import { readFileSync, statSync } from 'node:fs';
import type { Stage } from '../stage.js';

const environmentOf = (pid: number): string => readFileSync(`/proc/${pid}/environ`, 'utf8');

export const whoComesIn = (stage: Stage): void => describe('who comes in', () => {
  test('nobody without a sign-in, and nobody else of the directory', async () => {
    const question = '{ studies { id } }';
    expect(await stage.service.ask(question, {}, null)).toMatchObject({ data: null, errors: ['NOT_SIGNED_IN'] });
    expect(await stage.service.ask(question, {}, 'coach-1')).toMatchObject({ data: null });
    expect((await stage.service.ask(question, {}, 'coach-1')).errors).toHaveLength(1);
    expect(await stage.service.ask(question)).toMatchObject({ data: { studies: [] }, errors: [] });
    expect((await stage.service.get('/evaluation/graphql?query={studies{id}}', 'evaluator-1')).status).toBe(405);
    expect((await stage.service.get('/evaluation/%67raphql?query={studies{id}}', 'evaluator-1')).status).toBe(400);
  });

  test('it was given no key', () => {
    expect(environmentOf(stage.service.pid())).not.toMatch(/MASTER|KEYS/);
    expect(Object.keys(stage.service.env).filter((name) => /KEY/.test(name))).toEqual([]);
  });

  test('study keys are sealed, with a seal that its owner alone may read', async () => {
    const file = stage.service.env.EVALUATION_SEAL_FILE;
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(environmentOf(stage.service.pid())).not.toContain(readFileSync(file, 'utf8').trim());
  });
});
