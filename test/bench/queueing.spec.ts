import { exponential, lognormal, randomOf, simulate } from './queueing.mjs';

const kinds = [{ share: 1, seconds: exponential(0.01) }];

test('one server, arrivals and work by chance: the textbook’s answer', () => {
  // M/M/1 at 70 %: the time in the system is exponential with mean s / (1 - rho).
  const { utilisation, p50, p99 } = simulate({ perSecond: 70, servers: 1, kinds, pieces: 400_000, seed: 7 });
  const mean = 0.01 / 0.3;
  expect(utilisation).toBeCloseTo(0.7, 1);
  expect(Math.abs(p50 / (mean * Math.LN2) - 1)).toBeLessThan(0.06);
  expect(Math.abs(p99 / (mean * Math.log(100)) - 1)).toBeLessThan(0.1);
});

test('the same seed gives the same figures, another one others', () => {
  const run = (seed: number) => simulate({ perSecond: 50, servers: 2, kinds, pieces: 5_000, seed });
  expect(run(1)).toEqual(run(1));
  expect(run(1)).not.toEqual(run(2));
});

test('service times come out as they were measured', () => {
  const [random, draw] = [randomOf(3), lognormal({ p50: 0.9, p99: 6.5 })];
  const drawn = Array.from({ length: 100_000 }, () => draw(random) as number).sort((a, b) => a - b);
  expect(drawn[50_000]).toBeCloseTo(0.9, 1);
  expect(Math.abs((drawn[99_000] ?? 0) / 6.5 - 1)).toBeLessThan(0.05);
});

test('more servers wait less', () => {
  const at = (servers: number) => simulate({ perSecond: 180, servers, kinds, pieces: 50_000, seed: 5 }).p99;
  expect(at(3)).toBeLessThan(at(2));
});
