import { Pace } from './pace.js';

test('the wait doubles from 50 milliseconds to a second, and falls back on news', () => {
  const pace = new Pace(() => 0.5);
  expect(Array.from({ length: 7 }, () => pace.next())).toEqual([50, 100, 200, 400, 800, 1000, 1000]);
  pace.news();
  expect(pace.next()).toBe(50);
});

test('jitter keeps it within a fifth', () => {
  expect(new Pace(() => 0).next()).toBe(40);
  expect(new Pace(() => 0.999_999).next()).toBeCloseTo(60, 3);
});
