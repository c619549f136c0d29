import { CANARIES } from '../canaries.js';
import { happensTo, trajectoryOf } from '../town.js';
import { MICRODATA, type Replayed, type Stage } from '../stage.js';

export const oneCase = (stage: Stage): void => describe('one case', () => {
  const { studyId } = stage;

  let longest: { readonly caseId: string; readonly whole: Replayed };

  test('is replayed step by step, and the same facts give the same hash', async () => {
    const sizes = await stage.sizesOfCases();
    expect(sizes.length).toBeGreaterThan(90);
    const { caseId } = sizes.reduce((best, one) => (one.size > best.size ? one : best));
    const whole = await stage.replayed({ c: caseId });
    longest = { caseId, whole };
    expect(whole.total).toBeGreaterThan(6);
    expect(whole.steps.map(({ number }) => number)).toEqual(whole.steps.map((_, i) => i + 1));
    expect(whole.steps.every(({ changes, stateHash }) => changes.length >= 0 && /^[0-9a-f]{64}$/.test(stateHash))).toBe(true);
    expect(await stage.replayed({ c: caseId })).toEqual(whole);
    const second = await stage.replayed({ c: caseId, from: 3, first: 2 });
    expect(second.steps).toEqual(whole.steps.slice(2, 4));
  }, 60_000);

  test('as of a day there is no later fact, and the hash is that of the last one', async () => {
    const { caseId, whole } = longest;
    const day = whole.steps[Math.floor(whole.total / 2)]?.happenedOn ?? '';
    const until = await stage.replayed({ c: caseId, asOf: day });
    expect(until.total).toBeLessThan(whole.total + 1);
    expect(until.steps.every(({ happenedOn }) => happenedOn <= day)).toBe(true);
    expect(until.stateHash).toBe(until.steps.at(-1)?.stateHash);
    expect((await stage.replay({ c: caseId, asOf: '2024-02-31' })).errors).toEqual(['BAD_USER_INPUT']);
  });

  test('under other rules it is read on a copy that says so', async () => {
    const question = `query ($s: ID!, $c: String!, $r: String!) { counterfactual(studyId: $s, caseId: $c, ruleSet: $r) { kind ruleSet says { nl en } decidedAgain decisions { command before after } clocks { rule missedBefore missedAfter } } }`;
    const { data } = await stage.service.ask(question, { s: studyId, c: longest.caseId, r: 'conversation-in-two-weeks' }, MICRODATA);
    expect(data).toMatchObject({ counterfactual: { kind: 'counterfactual', ruleSet: 'conversation-in-two-weeks' } });
    expect((await stage.service.ask(question, { s: studyId, c: longest.caseId, r: 'no-such' }, MICRODATA)).errors).toEqual(['BAD_USER_INPUT']);
    expect((await stage.service.ask(question, { s: studyId, c: 'p00', r: 'mandate-250' }, MICRODATA)).errors).toEqual(['NOT_FOUND']);
  });

  test('nothing in it was typed by somebody, and no real id is in it', async () => {
    // The case in whose file words were hidden, by the number of its events.
    const events = (await stage.service.platform.store.readStream(`trajectory-${trajectoryOf(1)}`)).length;
    const sizes = await stage.sizesOfCases();
    expect(sizes.some(({ size }) => size === events)).toBe(true);
    const ids = Array.from({ length: stage.service.cases }, (_, n) => trajectoryOf(n));
    for (const { caseId } of sizes.filter(({ size }) => size === events)) {
      const text = JSON.stringify(await stage.replayed({ c: caseId }));
      expect(CANARIES.filter((word) => text.includes(word))).toEqual([]);
      expect(ids.filter((id) => text.includes(id))).toEqual([]);
      expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-|⟦|coach-1/);
    }
  }, 60_000);

  test('of a household that only named people may find is not there, until that is lifted', async () => {
    const cases = await stage.cases();
    const missing = async () => (await Promise.all(cases.map(({ caseId }) => stage.replay({ c: caseId, first: 1 })))).filter(({ errors }) => errors.includes('NOT_FOUND')).length;
    await happensTo(stage.service.platform.store, 1, 'HouseholdRestricted', 1);
    expect(await missing()).toBe(1);
    await happensTo(stage.service.platform.store, 1, 'RestrictionLifted', 2);
    expect(await missing()).toBe(0);
  }, 60_000);
});
