import { Bell } from './bell.js';

const never = new AbortController().signal;

test('a ring wakes everybody who waits', async () => {
  const bell = new Bell();
  const waiting = Promise.all([bell.wait(bell.count, undefined, never), bell.wait(bell.count, undefined, never)]);
  bell.ring();
  await expect(waiting).resolves.toHaveLength(2);
});

test('a ring that came between looking and waiting is heard', async () => {
  const bell = new Bell();
  const heard = bell.count;
  bell.ring();
  await expect(bell.wait(heard, undefined, never)).resolves.toBeUndefined();
});

test('without a ring the time or the signal ends the wait', async () => {
  const bell = new Bell();
  const ending = new AbortController();
  const aborted = bell.wait(bell.count, undefined, ending.signal);
  ending.abort();
  await expect(aborted).resolves.toBeUndefined();
  await expect(bell.wait(bell.count, 5, never)).resolves.toBeUndefined();
});
