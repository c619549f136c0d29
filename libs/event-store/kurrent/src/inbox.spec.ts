import { Inbox } from './inbox.js';

const filled = (amount: number, batchSize: number): Inbox<number> => {
  const inbox = new Inbox<number>(batchSize);
  for (let nr = 1; nr <= amount; nr += 1) inbox.put(nr);
  return inbox;
};

test('catching up it hands out full batches; once live, whatever is there', async () => {
  const inbox = filled(7, 3);
  expect([await inbox.next(), await inbox.next()]).toEqual([[1, 2, 3], [4, 5, 6]]);
  const last = inbox.next();
  inbox.setLive(true);
  expect(await last).toEqual([7]);
  inbox.put(8);
  expect(await inbox.next()).toEqual([8]);
});

test('a part of a batch is handed out after a quiet while, where nobody says that it is live', async () => {
  expect(await filled(2, 5).next()).toEqual([1, 2]);
});

test('what came before a break is handed out before the break is told', async () => {
  const inbox = filled(2, 5);
  inbox.fail(new Error('broken'));
  expect(await inbox.next()).toEqual([1, 2]);
  await expect(inbox.next()).rejects.toThrow('broken');
});

test('ended, it drops what is left', async () => {
  const inbox = filled(9, 3);
  inbox.end();
  expect(await inbox.next()).toBeUndefined();
});

test('it pushes back when two batches wait, and lets go when less than one does', async () => {
  const said: boolean[] = [];
  const inbox = new Inbox<number>(2);
  inbox.onPressure = (full) => said.push(full);
  for (const nr of [1, 2, 3, 4, 5]) inbox.put(nr);
  expect(said).toEqual([true]);
  await inbox.next();
  expect(said).toEqual([true]);
  await inbox.next();
  expect(said).toEqual([true, false]);
});
