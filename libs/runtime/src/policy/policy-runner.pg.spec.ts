import { deriveId } from '@perspectief/kernel';
import { openJars, spareOf, twinOf, type Jars } from '../testing/jar-platform.js';
import { HeldStreams, holdStreams } from './held-streams.js';

const jar = deriveId('original');
let platform: Jars;

beforeEach(async () => {
  platform = await openJars([jar]);
});
afterEach(() => platform.close());

const twins = async (): Promise<number> => (await platform.store.readStream(`jar-${twinOf(jar)}`)).length;
const reactions = (): Promise<{ state: string }[]> => platform.database.query(`select state from runtime.reactions order by cause_position`);

test('an event calls for its command, once', async () => {
  await platform.add(jar, 1, 1);
  await platform.policies().catchUp();
  await platform.policies().catchUp();
  expect(await twins()).toBe(1);
  expect(await reactions()).toEqual([{ state: 'done' }]);
});

test('trap 15: read again from the beginning, it acts no second time', async () => {
  await platform.add(jar, 1, 1);
  await platform.policies().catchUp();
  await platform.database.query(`update runtime.checkpoints set position = null`);
  await platform.database.query(`truncate runtime.reactions`);
  await platform.policies().catchUp();
  expect(await twins()).toBe(1);
});

test('trap 15: cut off between sending and marking, it sends again and acts once', async () => {
  await platform.add(jar, 1, 1);
  await platform.policies().catchUp();
  await platform.database.query(`update runtime.reactions set state = 'pending', settled_at = null`);
  await platform.policies().catchUp();
  expect(await twins()).toBe(1);
  expect(await reactions()).toEqual([{ state: 'done' }]);
});

test('trap 15: cut off between noting and sending, what was noted is sent', async () => {
  await platform.add(jar, 1, 1);
  await platform.policies().catchUp();
  await platform.add(jar, 1, 2);
  const release = await holdStreams(platform.url, [`jar-${jar}`]);
  await platform.policies().catchUp();
  expect(await reactions()).toEqual([{ state: 'done' }, { state: 'pending' }]);
  await release();
  await platform.policies().catchUp();
  expect(await twins()).toBe(2);
});

test('two runners at once act once', async () => {
  for (let n = 0; n < 5; n += 1) await platform.add(jar, 1, n);
  await Promise.all([platform.policies().catchUp(), platform.policies().catchUp()]);
  expect(await twins()).toBe(5);
});

describe('a reaction that is refused', () => {
  const fillTwin = async (): Promise<void> => {
    for (let n = 0; n < 10; n += 1) await platform.add(twinOf(jar), 1, 100 + n);
  };
  const inSpare = async (): Promise<unknown[]> => (await platform.store.readStream(`jar-${spareOf(jar)}`)).map(({ data }) => data);
  const states = (): Promise<unknown[]> => platform.database.query(`select state, refused_code from runtime.reactions order by state`);
  const once = [{ jarId: spareOf(jar), marbles: 1, because: 'JAR_FULL' }];

  beforeEach(async () => {
    await fillTwin();
    await platform.add(jar, 1, 1);
  });

  test('is settled with its code, and what it names for that case is sent with the code', async () => {
    await platform.policies().catchUp();
    expect(await states()).toEqual([{ state: 'done', refused_code: null }, { state: 'refused', refused_code: 'JAR_FULL' }]);
    expect(await inSpare()).toEqual(once);
  });

  test('calls for it once: read again from the beginning, cut off before marking, cut off before sending it, two runners at once', async () => {
    await platform.policies().catchUp();
    await platform.database.query(`update runtime.reactions set state = 'pending', settled_at = null`);
    await platform.policies().catchUp();
    await platform.database.query(`delete from runtime.reactions where state = 'done'`);
    await platform.database.query(`update runtime.reactions set state = 'pending', settled_at = null`);
    await platform.policies().catchUp();
    await platform.database.query(`update runtime.checkpoints set position = null`);
    await platform.database.query(`truncate runtime.reactions`);
    await Promise.all([platform.policies().catchUp(), platform.policies().catchUp()]);
    expect(await inSpare()).toEqual(once);
  });

  test('is followed up in a story too, and once with the runner that comes after', async () => {
    await platform.policies().settle(undefined, new Set([`jar-${jar}`]));
    expect(await inSpare()).toEqual(once);
    await platform.policies().catchUp();
    expect(await inSpare()).toEqual(once);
  });
});

test('a story settles what its own streams call for, and leaves other streams alone', async () => {
  await platform.add(jar, 1, 1);
  await platform.policies().settle(undefined, new Set(['jar-of-somebody-else']));
  expect(await twins()).toBe(0);
  await platform.policies().settle(undefined, new Set([`jar-${jar}`]));
  expect(await twins()).toBe(1);
  await platform.policies().catchUp();
  expect(await twins()).toBe(1);
});

test('a reaction that fails waits alone: other streams go on, later ones of its own stream wait behind it', async () => {
  const other = deriveId('other original');
  const both = await openJars([jar, other]);
  try {
    for (const [n, id] of [jar, other, jar].entries()) await both.add(id, 1, n);
    const { path } = both;
    const send = path.send.bind(path);
    let broken = true;
    path.send = (request) =>
      broken && (request.data as { jarId?: string }).jarId === twinOf(jar) ? Promise.reject(new Error('a bug')) : send(request);
    await both.policies().catchUp();
    const states = () => both.database.query(`select state, attempts, error from runtime.reactions order by cause_position`);
    expect(await states()).toEqual([
      { state: 'pending', attempts: expect.any(Number) as number, error: 'Error' },
      { state: 'done', attempts: 0, error: null },
      { state: 'pending', attempts: 0, error: null },
    ]);
    broken = false;
    await both.policies().catchUp();
    expect((await both.store.readStream(`jar-${twinOf(jar)}`)).length).toBe(2);
  } finally {
    await both.close();
  }
});

test('whoever asks whether a stream is held does not look like a story to another who asks', async () => {
  const held = new HeldStreams(platform.database);
  const asked = await Promise.all(Array.from({ length: 40 }, () => held.isHeld(`jar-${jar}`)));
  expect(asked).toEqual(asked.map(() => false));
});

test('whoever was cut short goes on with what one command called for, and only that', async () => {
  await platform.add(jar, 1, 1);
  await platform.add(jar, 1, 2);
  await platform.policies().settleCausedBy(deriveId('add', jar, 1), () => platform.store.readStream(`jar-${jar}`));
  expect(await twins()).toBe(1);
  await platform.policies().settleCausedBy(deriveId('add', jar, 1), () => platform.store.readStream(`jar-${jar}`));
  expect(await twins()).toBe(1);
});
