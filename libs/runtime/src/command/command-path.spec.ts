import { jest } from '@jest/globals';
import { deriveId, HouseholdKeysDestroyed, type KeyHolder } from '@perspectief/kernel';
import { Conflict, MemoryEventStore, type AppendRequest, type EventStore, type Receipt } from '@perspectief/event-store';
import { StandingClock } from '../clock.js';
import { anyJarOwner } from '../testing/jar.js';
import { CommandPath } from './command-path.js';

const clock = new StandingClock('2024-06-01T10:00:00.000Z');
const actor = { id: 'coach', role: 'neighbourhood-coach' };
const jarId = deriveId('jar');
let nth = 0;
const adding = (marbles: unknown, commandId = deriveId('command', (nth += 1))) => ({
  type: 'AddMarble',
  data: { jarId, marbles },
  commandId,
  actor,
});

const opened = (store: EventStore = new MemoryEventStore()) => ({ store, path: new CommandPath(store, [anyJarOwner], clock) });

test('an accepted command answers where the read models must be', async () => {
  const { store, path } = opened();
  const answer = await path.handle(adding(3));
  expect(answer).toMatchObject({ accepted: { stream: `jar-${jarId}`, version: 1, events: 1, repeated: false } });
  const [event] = await store.readStream(`jar-${jarId}`);
  expect(event).toMatchObject({
    type: 'MarbleAdded',
    data: { jarId, marbles: 3 },
    actor,
    happenedOn: '2024-06-01T12:00:00',
    recordedAt: '2024-06-01T10:00:00.000Z',
    municipality: 'groningen',
  });
  expect('accepted' in answer && answer.accepted.position).toBe(event?.position);
});

test('the same command sent twice is one command', async () => {
  const { store, path } = opened();
  const command = adding(3);
  const first = await path.handle(command);
  expect(await path.handle(command)).toEqual({ accepted: { ...('accepted' in first ? first.accepted : {}), repeated: true } });
  expect(await store.readStream(`jar-${jarId}`)).toHaveLength(1);
});

test('what the program itself sends is not kept out by who used up its id, and is done once', async () => {
  const { store, path } = opened();
  const ofTheClock = adding(3);
  await path.handle(adding(1, ofTheClock.commandId));
  for (const repeated of [false, true]) expect(await path.send(ofTheClock)).toMatchObject({ accepted: { repeated } });
  expect(await store.readStream(`jar-${jarId}`)).toHaveLength(2);
});

test('a refused command stays refused under its id, also when the reason is gone', async () => {
  const { path } = opened();
  const tooMany = adding(11);
  expect(await path.handle(tooMany)).toEqual({
    refused: { code: 'JAR_FULL', field: 'marbles', facts: { room: 10 } },
    repeated: false,
  });
  expect(await path.handle(tooMany)).toMatchObject({ refused: { code: 'JAR_FULL' }, repeated: true });
});

test('what was accepted answers accepted, also when it would be refused now', async () => {
  const { path } = opened();
  const fill = adding(10);
  await path.handle(fill);
  expect(await path.handle(fill)).toMatchObject({ accepted: { repeated: true } });
  expect(await path.handle(adding(1))).toMatchObject({ refused: { code: 'JAR_FULL' } });
});

test.each([
  ['another body', { data: { jarId, marbles: 2 } }],
  ['the same, of somebody else,', { actor: { ...actor, id: 'another coach' } }],
])('%s under a used id is refused, and nothing is told of the first', async (_, other) => {
  const { store, path } = opened();
  const first = adding(1);
  await path.handle(first);
  expect(await path.handle({ ...first, ...other })).toEqual({ refused: { code: 'COMMAND_ID_REUSED', field: 'commandId' }, repeated: false });
  expect(await store.readStream(`jar-${jarId}`)).toHaveLength(1);
});

test('a command that changes nothing is accepted, with no position, and remembered', async () => {
  const { path } = opened();
  const nothing = adding(0);
  expect(await path.handle(nothing)).toMatchObject({ accepted: { events: 0, position: undefined, repeated: false } });
  expect(await path.handle(nothing)).toMatchObject({ accepted: { events: 0, repeated: true } });
});

test.each([
  ['a word for a number', { jarId, marbles: 'three' }, 'marbles'],
  ['a negative number', { jarId, marbles: -1 }, 'marbles'],
  ['an id that is none', { jarId: 'x', marbles: 1 }, 'jarId'],
  ['a field too many', { jarId, marbles: 1, colour: 'red' }, 'colour'],
  ['nothing at all', null, 'data'],
  ['a list', [1, 2], 'data'],
])('%s is invalid input, and names the field but never its value', async (_, data, field) => {
  const { store, path } = opened();
  const answer = await path.handle({ ...adding(1), data });
  expect(answer).toMatchObject({ refused: { code: 'INVALID_INPUT', field } });
  expect(await store.head()).toBeUndefined();
});

test('a happenedOn that the calendar does not have is invalid input', async () => {
  const { path } = opened();
  expect(await path.handle({ ...adding(1), happenedOn: '2024-02-30' })).toMatchObject({ refused: { code: 'INVALID_INPUT', field: 'happenedOn' } });
});

test('commands of policies do not come in from outside', async () => {
  const { path } = opened();
  expect(await path.handle({ ...adding(1), type: 'ShelveJar', data: { jarId } })).toMatchObject({ refused: { code: 'UNKNOWN_COMMAND' } });
});

test('fifty senders at once: as many as fit are accepted, nobody hears a conflict', async () => {
  const { store, path } = opened();
  const answers = await Promise.all(Array.from({ length: 50 }, () => path.handle(adding(1))));
  expect(answers.filter((answer) => 'accepted' in answer)).toHaveLength(10);
  expect(answers.filter((answer) => 'refused' in answer && answer.refused.code === 'JAR_FULL')).toHaveLength(40);
  expect(await store.readStream(`jar-${jarId}`)).toHaveLength(10);
});

test('two processes at once lose races, decide again, and overfill nothing', async () => {
  const store = new MemoryEventStore();
  const paths = [opened(store).path, opened(store).path, opened(store).path];
  const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => paths[n % 3]?.handle(adding(1))));
  expect(answers.filter((answer) => answer && 'accepted' in answer)).toHaveLength(10);
  expect(await store.readStream(`jar-${jarId}`)).toHaveLength(10);
});

test('a race lost for ever ends in Conflict, not in a loop', async () => {
  class AlwaysLate extends MemoryEventStore {
    tries = 0;
    override append(request: AppendRequest): Promise<Receipt> {
      this.tries += 1;
      return Promise.reject(new Conflict(request.stream, request.expected, 99));
    }
  }
  const store = new AlwaysLate();
  await expect(opened(store).path.handle(adding(1))).rejects.toBeInstanceOf(Conflict);
  expect(store.tries).toBeGreaterThan(10);
});

describe('a command that waits until it is cleared', () => {
  const ways: readonly (readonly [string, unknown])[] = [['accepted', 3], ['refused', 11]];

  test.each(ways)('is decided and not written: neither what is %s nor that it was here', async (_, marbles) => {
    const { store, path } = opened();
    const command = adding(marbles);
    let clear = (): void => undefined;
    const answer = path.handle({ ...command, cleared: { when: new Promise<void>((resolve) => { clear = resolve; }) } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await store.readStream(`jar-${jarId}`)).toEqual([]);
    expect(await store.outcomeOf({ id: command.commandId, hash: '' }).catch(() => 'there')).toBeUndefined();
    clear();
    expect(await answer).toMatchObject(marbles === 3 ? { accepted: { version: 1 } } : { refused: { code: 'JAR_FULL' } });
  });

  test.each(ways)('is not written at all where it is not, also when it would be %s; sent again it is as new', async (_, marbles) => {
    const { store, path } = opened();
    const command = adding(marbles);
    const no = Promise.reject(new Error('not cleared'));
    await expect(path.handle({ ...command, cleared: { when: no } })).rejects.toThrow('not cleared');
    expect(await store.readStream(`jar-${jarId}`)).toEqual([]);
    expect(await path.handle(command)).toMatchObject(marbles === 3 ? { accepted: { version: 1, repeated: false } } : { refused: { code: 'JAR_FULL' }, repeated: false });
  });

  test('nor is it where the keys were destroyed while it was decided', async () => {
    const store = new MemoryEventStore();
    const destroyed = { digest: async (text: string) => text, onDestroyed: () => undefined, isErased: () => Promise.reject(new HouseholdKeysDestroyed()) } as unknown as KeyHolder;
    const path = new CommandPath(store, [{ ...anyJarOwner, privacy: { ...anyJarOwner.privacy, householdOf: () => jarId } }], clock, destroyed);
    const command = adding(3);
    await expect(path.handle({ ...command, cleared: { when: Promise.reject(new Error('not cleared')) } })).rejects.toThrow('not cleared');
    expect(await path.handle(command)).toMatchObject({ refused: { code: 'HOUSEHOLD_ERASED' }, repeated: false });
  });
});

describe('a busy stream', () => {
  class Counting extends MemoryEventStore {
    reads = 0;
    override readStream(...args: Parameters<MemoryEventStore['readStream']>): ReturnType<MemoryEventStore['readStream']> {
      this.reads += 1;
      return super.readStream(...args);
    }
  }

  test('is not read back between two writes of one process', async () => {
    const { store, path } = opened(new Counting());
    for (const marbles of [1, 2, 3]) await path.handle(adding(marbles));
    expect((store as Counting).reads).toBe(1);
    expect(await path.handle(adding(5))).toMatchObject({ refused: { facts: { room: 4 } } });
  });

  test('is not read again when it was read ahead while the command was let in', async () => {
    const store = new Counting();
    const [mine, other] = [opened(store).path, opened(store).path];
    await other.handle(adding(1));
    mine.readAhead('AddMarble', { jarId });
    mine.readAhead('AddMarble', { jarId: 'no id' });
    await new Promise(setImmediate);
    const { reads } = store;
    expect(await mine.handle(adding(1))).toMatchObject({ accepted: { version: 2 } });
    expect(store.reads).toBe(reads);
  });

  test('is not read again when whoever lets the command in asks whether it still stands so', async () => {
    const store = new Counting();
    const [mine, other] = [opened(store).path, opened(store).path];
    const stream = `jar-${jarId}`;
    const cleared = (version: number) => ({ when: Promise.resolve(), standing: [{ stream, version }] });
    await mine.handle(adding(1));
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_000);
    const { reads } = store;
    expect(await mine.handle({ ...adding(1), cleared: cleared(1) })).toMatchObject({ accepted: { version: 2 } });
    expect(store.reads).toBe(reads);
    await other.handle(adding(1));
    now.mockReturnValue(Date.now() + 1_000);
    const before = store.reads;
    expect(await mine.handle({ ...adding(1), cleared: cleared(3) })).toMatchObject({ accepted: { version: 4 } });
    expect(store.reads).toBe(before + 1);
    now.mockRestore();
  });

  test('is read before a no: another process may have made room, or taken it', async () => {
    const store = new MemoryEventStore();
    const [mine, other] = [opened(store).path, opened(store).path];
    await mine.handle(adding(6));
    await other.handle(adding(3));
    expect(await mine.handle(adding(5))).toMatchObject({ refused: { facts: { room: 1 } } });
    expect(await mine.handle(adding(1))).toMatchObject({ accepted: { version: 3 } });
  });

  test('is not trusted for a while after somebody else was there', async () => {
    const store = new Counting();
    const [mine, other] = [opened(store).path, opened(store).path];
    await mine.handle(adding(1));
    await other.handle(adding(1));
    expect(await mine.handle(adding(1))).toMatchObject({ accepted: { version: 3 } });
    const before = store.reads;
    expect(await mine.handle(adding(1))).toMatchObject({ accepted: { version: 4 } });
    expect(store.reads).toBe(before + 1);
  });
});

test('who listens hears of what was written, once, and of nothing else', async () => {
  const { path } = opened();
  const heard: unknown[] = [];
  path.onWritten(({ stream, expected, events }) => heard.push([stream, expected, events.length]));
  const first = adding(3);
  for (const command of [first, first, adding(11), adding(2)]) await path.handle(command);
  expect(heard).toEqual([[`jar-${jarId}`, 0, 1], [`jar-${jarId}`, 1, 1]]);
});

test('a log that lost its end is read again, also where others have made it as long again', async () => {
  const logs = [new MemoryEventStore(), new MemoryEventStore()] as const;
  let server = 0;
  const store = new Proxy({} as EventStore, { get: (_, name: keyof EventStore) => (logs[server] as EventStore)[name].bind(logs[server]) });
  const [mine, other] = [opened(store).path, opened(logs[1]).path];
  const shipped = adding(6);
  await mine.handle(shipped);
  await mine.handle(adding(3));
  await other.handle(shipped);
  await other.handle(adding(1));
  server = 1;
  expect(await mine.handle(adding(3))).toMatchObject({ accepted: { version: 3 } });
  expect(await mine.handle(adding(1))).toMatchObject({ refused: { code: 'JAR_FULL', facts: { room: 0 } } });
});

describe('a command that must first win a claim elsewhere', () => {
  const shelf = deriveId('shelf');

  test('and lost it, does not claim again when it is sent again after the way is free', async () => {
    let size = 11;
    const claiming = {
      ...anyJarOwner,
      claimBefore: ({ data }: { data: object }) =>
        (data as { jarId: string }).jarId === shelf ? undefined : { type: 'AddMarble', data: { jarId: shelf, marbles: size } },
    };
    const store = new MemoryEventStore();
    const path = new CommandPath(store, [claiming], clock);
    const command = adding(1);
    expect(await path.handle(command)).toMatchObject({ refused: { code: 'JAR_FULL' }, repeated: false });
    size = 1;
    expect(await path.handle(command)).toMatchObject({ refused: { code: 'JAR_FULL' }, repeated: true });
    expect(await store.readStream(`jar-${shelf}`)).toEqual([]);
    expect(await path.handle(adding(1))).toMatchObject({ accepted: { events: 1 } });
    expect(await store.readStream(`jar-${shelf}`)).toHaveLength(1);
  });
});
