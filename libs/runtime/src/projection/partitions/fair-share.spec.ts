import fc from 'fast-check';
import { keyOf, nextStep, type Standing } from './fair-share.js';

const claims = (holders: readonly (string | undefined)[]): readonly Standing[] => holders.map((holder, partition) => ({ reader: 'jars', partition, holder }));
const none: ReadonlySet<string> = new Set();

test('a worker alone takes all', () => {
  expect(nextStep('a', { all: claims([undefined, undefined, undefined]), workers: 1 }, none, none).take).toHaveLength(3);
});

test('one that comes takes nothing that is held; the other gives away what is beyond its share', () => {
  const all = claims(['a', 'a', 'a', 'a']);
  expect(nextStep('b', { all, workers: 2 }, none, none)).toEqual({ take: [], adopt: [], release: [] });
  expect(nextStep('a', { all, workers: 2 }, none, none).release).toEqual(all.slice(2));
});

test('what nobody took at the last look either is taken beyond the share, and kept', () => {
  const all = claims(['a', 'a', undefined, 'b']);
  const key = keyOf(all[2] as Standing);
  expect(nextStep('a', { all, workers: 2 }, none, none).take).toEqual([]);
  expect(nextStep('a', { all, workers: 2 }, new Set([key]), none).take).toEqual([all[2]]);
  expect(nextStep('a', { all: claims(['a', 'a', 'a', 'b']), workers: 2 }, none, new Set([key])).release).toEqual([]);
});

test('whoever comes and goes: after some looks all is held once, each by about as much, and nobody moves any more', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', undefined), { minLength: 1, maxLength: 24 }), fc.integer({ min: 1, max: 3 }), (start, workers) => {
      const alive = ['a', 'b', 'c'].slice(0, workers);
      let holders: (string | undefined)[] = start.map((holder) => (holder && alive.includes(holder) ? holder : undefined));
      const memory = new Map(alive.map((worker) => [worker, { lately: none, adopted: none }]));
      let moved = 0;
      for (let round = 0; round < 12; round += 1)
        for (const me of alive) {
          const all = claims(holders);
          const { lately, adopted } = memory.get(me) ?? { lately: none, adopted: none };
          const { take, adopt, release } = nextStep(me, { all, workers }, lately, adopted);
          if (round > 6) moved += take.length + release.length;
          memory.set(me, { lately: new Set(all.filter((one) => one.holder === undefined && !take.includes(one)).map(keyOf)), adopted: new Set([...adopt.map(keyOf), ...adopted]) });
          holders = holders.map((holder, n) => (take.some(({ partition }) => partition === n) ? me : release.some(({ partition }) => partition === n) ? undefined : holder));
        }
      expect(holders).not.toContain(undefined);
      expect(moved).toBe(0);
      if (start.every((holder) => holder === undefined || holder === 'a')) for (const me of alive) expect(holders.filter((holder) => holder === me).length).toBeLessThanOrEqual(Math.ceil(holders.length / workers) + 1);
    }),
  );
});
