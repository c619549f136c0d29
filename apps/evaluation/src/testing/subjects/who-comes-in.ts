import { readFileSync } from 'node:fs';
import type { Stage } from '../stage.js';

export const whoComesIn = (stage: Stage): void => describe('who comes in', () => {
  test('nobody without a sign-in, and nobody else of the directory', async () => {
    const question = '{ studies { id } }';
    expect(await stage.service.ask(question, {}, null)).toMatchObject({ data: null, errors: ['NOT_SIGNED_IN'] });
    expect(await stage.service.ask(question, {}, 'coach-1')).toMatchObject({ data: null });
    expect((await stage.service.ask(question, {}, 'coach-1')).errors).toHaveLength(1);
    expect(await stage.service.ask(question)).toMatchObject({ data: { studies: [] }, errors: [] });
    expect((await stage.service.get('/evaluation/graphql?query={studies{id}}', 'evaluator-1')).status).toBe(405);
  });

  test('it was given no key', () => {
    const environment = readFileSync(`/proc/${stage.service.pid()}/environ`, 'utf8');
    expect(environment).not.toMatch(/MASTER|KEYS/);
    expect(Object.keys(stage.service.env).filter((name) => /KEY/.test(name))).toEqual([]);
  });
});
