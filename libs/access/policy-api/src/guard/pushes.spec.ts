import { jest } from '@jest/globals';
import { wireError } from '@perspectief/edge';
import type { Desk } from './desk.js';
import { guardedPushes } from './pushes.js';

type Answers = Partial<Readonly<Record<keyof Desk, unknown>>>;

/** A desk that lets in, unless told otherwise. */
const deskThat = (answers: Answers = {}): Desk =>
  ({ admit: async () => ({ rules: {} }), record: async () => undefined, rulesOf: async () => ({ firstRow: () => ({}) }), maySee: async () => true, concerns: async () => true, ...answers }) as unknown as Desk;

const heard = async (action: Parameters<typeof guardedPushes>[0], pushes: readonly object[], desk: Desk): Promise<readonly unknown[]> => {
  const source = (async function* () {
    for (const push of pushes) yield { [action]: push };
  })();
  const iterator = (await guardedPushes(action, () => source, desk)({}, { id: 'file-1' }, { actor: { id: 'an', role: 'x' } }, {} as never)) as AsyncIterator<Record<string, unknown>>;
  const all: unknown[] = [];
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) all.push(next.value[action]);
  return all;
};

test('a right that went takes the pushes after it away, and one that came back brings them', async () => {
  const rights = [true, false, true];
  const asked: unknown[] = [];
  const maySee = async (...about: unknown[]) => (asked.push(about.slice(1)), rights.shift());
  expect(await heard('trajectoryChanged', [{ position: '1' }, { position: '2' }, { position: '3' }], deskThat({ maySee }))).toEqual([{ position: '1' }, { position: '3' }]);
  expect(asked).toEqual(Array(3).fill(['trajectoryChanged', 'file', 'file-1']));
});

test('of pots that moved the own ones are named; where none is, nothing is said', async () => {
  const maySee = async (_rules: unknown, _action: string, _named: string, id: string) => id === 'own';
  const pushes = [{ budgetIds: ['own', 'other'] }, { budgetIds: ['other'] }, { budgetIds: null }];
  expect(await heard('approvalQueueChanged', pushes, deskThat({ maySee }))).toEqual([{ budgetIds: ['own'] }, { budgetIds: null }]);
});

test('a worklist hears of what is in it', async () => {
  const concerns = async (_rules: unknown, _action: string, streams: readonly string[]) => streams.includes('trajectory-own');
  expect(await heard('worklistChanged', [{ streams: ['trajectory-other'] }, { streams: ['trajectory-own'] }], deskThat({ concerns }))).toEqual([{ streams: ['trajectory-own'] }]);
});

test('an officer hears of emergency access in the own municipality, and of what nobody can tell where', async () => {
  const rulesOf = async () => ({ viewer: { municipality: 'groningen' }, firstRow: () => ({}) });
  const pushes = [{ streams: ['haarlem'] }, { streams: ['groningen'] }, {}];
  expect(await heard('breakGlassesChanged', pushes, deskThat({ rulesOf }))).toEqual(pushes.slice(1));
});

test('whoever left, or has no row for it, hears nothing', async () => {
  expect(await heard('breakGlassesChanged', [{}], deskThat({ rulesOf: async () => undefined }))).toEqual([]);
  expect(await heard('breakGlassesChanged', [{}], deskThat({ rulesOf: async () => ({ firstRow: () => undefined }) }))).toEqual([]);
  expect(await heard('trajectoryChanged', [{}], deskThat({ admit: async () => ({ about: undefined }) }))).toEqual([]);
});

test('that somebody listens is in the log before anything is heard; without the log there is nothing to hear', async () => {
  const record = () => Promise.reject(wireError('UNAVAILABLE'));
  await expect(heard('trajectoryChanged', [{}], deskThat({ record }))).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
});

test.each<[string, Answers, (pushes: AsyncIterator<unknown>) => Promise<unknown>]>([
  ['there is no more to hear', {}, async (pushes) => void (await pushes.next())],
  ['whoever listened goes', {}, async (pushes) => pushes.return?.()],
  ['it is denied', { admit: async () => ({ about: undefined }) }, async () => undefined],
  ['it cannot begin', { record: () => Promise.reject(wireError('UNAVAILABLE')) }, async () => undefined],
])('that it ended is said when %s, so that it counts among those that run no more', async (_, answers, listens) => {
  const ended = jest.fn();
  const nothing = () => (async function* (): AsyncGenerator<never> {})();
  const context = { actor: { id: 'an', role: 'x' }, ended };
  const pushes = await Promise.resolve(guardedPushes('worklistChanged', nothing, deskThat(answers))({}, {}, context, {} as never)).catch(() => undefined);
  if (pushes) await listens(pushes as AsyncIterator<unknown>);
  expect(ended).toHaveBeenCalledTimes(1);
});
