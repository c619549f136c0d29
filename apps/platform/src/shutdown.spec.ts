import { Shutdown } from './shutdown.js';

const recorded = (...names: readonly string[]) => {
  const done: string[] = [];
  const shutdown = new Shutdown(() => undefined);
  for (const name of names) shutdown.later(async () => void done.push(name));
  return { shutdown, done };
};

test('what was started last ends first: people, then figures, then the worker, then the platform, then the database', async () => {
  const { shutdown, done } = recorded('database', 'platform', 'worker', 'figures', 'service');
  await shutdown.undo();
  expect(done).toEqual(['service', 'figures', 'worker', 'platform', 'database']);
});

test('the work hears of the end before anything is closed', async () => {
  const { shutdown } = recorded();
  let heard: boolean | undefined;
  shutdown.later(async () => void (heard = shutdown.signal.aborted));
  await shutdown.undo();
  expect(heard).toBe(true);
});

test('a step that fails holds back none of the others, and nothing is undone twice', async () => {
  const { shutdown, done } = recorded('database');
  shutdown.later(() => Promise.reject(new Error('the worker fell')));
  await Promise.all([shutdown.undo(), shutdown.undo()]);
  expect(done).toEqual(['database']);
});
