import { deriveId } from '@perspectief/kernel';
import { jarProjection, openJars, seenProjection, type Jars } from '../testing/jar-platform.js';
import type { Projection } from './projection.js';

const [a, b] = [deriveId('a'), deriveId('b')] as const;

let platform: Jars;
let ending: AbortController;
let running: Promise<void> | undefined;

beforeEach(async () => {
  platform = await openJars();
  ending = new AbortController();
});
afterEach(async () => {
  ending.abort();
  await running;
  await platform.close();
});

interface Place {
  readonly reader: string;
  readonly position: string;
  /** The transaction that moved it last. */
  readonly xmin: string;
}

const places = async (): Promise<Map<string, Place>> =>
  new Map(((await platform.database.query(`select reader, position, xmin::text from runtime.checkpoints`)) as Place[]).map((place) => [place.reader, place]));

const until = async (there: (now: Map<string, Place>, head: string | undefined) => boolean): Promise<Map<string, Place>> => {
  for (let tries = 0; tries < 2_000; tries += 1) {
    const now = await places();
    if (there(now, await platform.store.head())) return now;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it never came there');
};

const areAt = (...readers: readonly string[]) => (now: Map<string, Place>, head: string | undefined): boolean => readers.every((reader) => now.get(reader)?.position === head);

const follow = async (...projections: readonly Projection[]): Promise<void> => {
  await platform.add(a, 1, 0);
  running = platform.runner(projections).run(ending.signal);
  await until(areAt(...projections.map(({ name }) => name)));
};

const seen = (): Promise<unknown[]> => platform.database.query(`select stream, version from shelf.seen order by n`);

test('those who stand at the end of the log are moved in one transaction', async () => {
  await follow(jarProjection(), seenProjection());
  await platform.add(a, 1, 1);
  const now = await until(areAt('jars', 'seen'));
  expect(now.get('jars')?.xmin).toBe(now.get('seen')?.xmin);
  expect(await seen()).toEqual([1, 2].map((version) => ({ stream: `jar-${a}`, version })));
});

test('what one of them cannot take holds up that one alone: it is tried again, parked, and then they go together once more', async () => {
  const shaky: Projection = { ...seenProjection(), apply: async (events, tables, share) => {
    await seenProjection().apply(events, tables, share);
    if (events.some(({ stream, streamVersion }) => stream === `jar-${a}` && streamVersion === 2)) throw new RangeError('no');
  } };
  await follow(jarProjection(), shaky);
  await platform.add(a, 1, 1);
  expect((await until(areAt('jars'))).get('seen')?.position).not.toBe(await platform.store.head());
  await until(areAt('jars', 'seen'));
  expect(await platform.runner(shaky).parked('seen')).toMatchObject([{ stream: `jar-${a}`, streamVersion: 2, error: 'RangeError' }]);
  await platform.add(b, 1, 0);
  const now = await until(areAt('jars', 'seen'));
  expect(now.get('jars')?.xmin).toBe(now.get('seen')?.xmin);
  expect(await seen()).toEqual([a, b].map((jar) => ({ stream: `jar-${jar}`, version: 1 })));
});

test('one whose checkpoint is held, as a switch does, is not waited for by the others', async () => {
  await follow(jarProjection(), seenProjection());
  await platform.database.transaction(async (manager) => {
    await manager.query(`select 1 from runtime.checkpoints where reader = 'seen' for update`);
    await platform.add(a, 1, 1);
    await until(areAt('jars'));
  });
  await until(areAt('jars', 'seen'));
  expect(await seen()).toHaveLength(2);
});

test('one that has no tables of its own, and something to do, goes by itself', async () => {
  await follow(jarProjection(), { ...seenProjection(), tables: [] });
  await platform.add(a, 1, 1);
  const now = await until(areAt('jars', 'seen'));
  expect(now.get('jars')?.xmin).not.toBe(now.get('seen')?.xmin);
});
