import { ScopedClock } from './scoped-clock.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('histories side by side each have their own now', async () => {
  const clock = new ScopedClock();
  const seen = await Promise.all(
    ['2024-01-12T09:00:00', '2025-07-01T09:00:00'].map((moment) => clock.at(moment, async () => (await turn(), [clock.now(), clock.recordedAt()]))),
  );
  expect(seen).toEqual([
    ['2024-01-12T08:00:00.000Z', '2024-01-12T08:00:00.000Z'],
    ['2025-07-01T07:00:00.000Z', '2025-07-01T07:00:00.000Z'],
  ]);
});

test('elsewhere it is the wall’s clock, and the store says when', () => {
  const clock = new ScopedClock();
  expect(Math.abs(Date.parse(clock.now()) - Date.now())).toBeLessThan(1_000);
  expect(clock.recordedAt()).toBeUndefined();
});
