import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CANARIES } from '../canaries.js';
import { MICRODATA, type Case, type Stage } from '../stage.js';

export const oversight = (stage: Stage): void => describe('oversight', () => {
  const { studyId } = stage;

  test('who asked for what stands in the log, by product', async () => {
    const question = 'query ($p: String) { studyLog(product: $p, first: 200) { what personId product outcome studyId } }';
    const { data } = await stage.service.ask(question, { p: 'controlled-microdata' }, 'privacy-officer-1');
    const log = (data as unknown as { studyLog: { what: string; outcome: string; personId: string; product: string }[] }).studyLog;
    expect(new Set(log.map(({ product }) => product))).toEqual(new Set(['controlled-microdata']));
    for (const what of ['dataset-file', 'dataset-archive']) expect(log).toContainEqual(expect.objectContaining({ what, outcome: 'exported', personId: MICRODATA }));
    expect(log).toContainEqual(expect.objectContaining({ what: 'dataset-file', outcome: 'denied', personId: 'privacy-officer-1' }));
    for (const person of ['evaluator-1', MICRODATA]) expect((await stage.service.ask(question, {}, person)).errors).toEqual(['FORBIDDEN']);
  });

  test('nothing that anybody typed is in its files or in its memory', async () => {
    const snapshot = await stage.service.heapSnapshot();
    const files = [snapshot, ...readdirSync(stage.service.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))];
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
    const [{ caseId }] = (await stage.cases()) as [Case];
    expect((await stage.replay({ c: caseId })).errors).toEqual([]);
    const { errors } = await stage.service.ask('mutation ($s: ID!) { destroyStudyKey(input: { studyId: $s }) { studyId } }', { s: studyId }, 'privacy-officer-1');
    expect(errors).toEqual([]);
    expect((await stage.replay({ c: caseId })).errors).toEqual(['NOT_FOUND']);
    expect(await stage.release([{ kind: 'credit', by: 'arm' }])).toMatchObject({ state: 'refused', refusal: { code: 'KEY_DESTROYED' } });
    expect((await stage.releases()).length).toBeGreaterThan(10);
  }, 60_000);
});
