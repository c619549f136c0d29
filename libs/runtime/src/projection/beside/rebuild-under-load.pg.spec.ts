import { fork } from 'node:child_process';
import { join } from 'node:path';
import { deriveId } from '@perspectief/kernel';
import { jarProjection, openJars, type Jars } from '../../testing/jar-platform.js';
import { ChangeFeed } from '../change-feed.js';
import { ReadGate } from '../read-gate.js';

const jars = Array.from({ length: 40 }, (_, n) => deriveId('loaded', n));
let platform: Jars;

beforeEach(async () => {
  platform = await openJars();
  for (let n = 0; n < 5; n += 1) await Promise.all(jars.map((jar) => platform.add(jar, 1, n)));
});
afterEach(() => platform.close());

/** What a jar holds is as many marbles as it has events: an answer that is anything else is wrong, and so is one that lacks what was waited for. */
const readUntil = async (signal: AbortSignal, written: ReadonlyMap<string, { readonly version: number; readonly position: string }>) => {
  const feed = new ChangeFeed(platform.url);
  await feed.open();
  const gate = new ReadGate(platform.database, feed);
  const wrong: unknown[] = [];
  let answers = 0;
  while (!signal.aborted) {
    const jar = jars[answers % jars.length] as string;
    const at = written.get(jar);
    if (at && !(await gate.reached(['jars'], at.position, 20_000))) wrong.push(`${jar} ${at.position} was never reached`);
    const rows = (await platform.database.query(`select version, marbles from shelf.jars where stream = $1`, [`jar-${jar}`])) as { version: number; marbles: number }[];
    const [row] = rows;
    if (rows.length !== 1 || !row || row.version !== row.marbles || row.version < (at?.version ?? 5)) wrong.push({ jar, at, rows });
    const [{ all } = { all: 0 }] = (await platform.database.query(`select count(*)::int as all from shelf.jars j left join shelf.full_jars f using (stream)`)) as { all: number }[];
    if (all !== jars.length) wrong.push({ all });
    answers += 1;
  }
  await feed.close();
  return { wrong, answers };
};

test('readers beside writers never get a wrong or a missing answer while a read model is rebuilt and switched, again and again', async () => {
  const ending = new AbortController();
  await platform.runner().catchUp();
  const following = [platform.runner(jarProjection(), 2).run(ending.signal), platform.runner().run(ending.signal)];
  const written = new Map<string, { readonly version: number; readonly position: string }>();
  const writing = (async () => {
    for (let n = 5; n < 10; n += 1)
      for (const jar of jars) {
        const answer = await platform.add(jar, 1, n);
        if ('accepted' in answer && answer.accepted.position) written.set(jar, { version: answer.accepted.version, position: answer.accepted.position });
      }
  })();
  const reading = [0, 1, 2].map(() => readUntil(ending.signal, written));
  for (let round = 0; round < 4; round += 1) await platform.runner().rebuild('jars', { batchSize: 50, anew: true });
  await platform.runner().switchBack('jars');
  await writing;
  await platform.runner().rebuild('jars', { batchSize: 50 });
  ending.abort();
  const read = await Promise.all(reading);
  await Promise.all(following);
  await platform.runner().catchUp();
  expect(read.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(read.reduce((sum, { answers }) => sum + answers, 0)).toBeGreaterThan(50);
  expect(await platform.rows()).toEqual(jars.map((jar) => ({ stream: `jar-${jar}`, version: 10, marbles: 10 })).sort((a, b) => (a.stream < b.stream ? -1 : 1)));
}, 60_000);

test('killed at any moment, what builds goes on where it was, and ends with the rows that following gave', async () => {
  await platform.runner().catchUp();
  const live = await platform.rows();
  await platform.database.query(`update shelf.jars set marbles = 0`);
  const read: number[] = [];
  /** Kills the process after so many batches; answers whether it came to its end before that. */
  const run = (batches: number): Promise<boolean> =>
    new Promise((resolve) => {
      const child = fork(join(import.meta.dirname, '../../testing/rebuild-in-a-process.mjs'), [platform.url], { stdio: 'inherit', execArgv: [] });
      let left = batches;
      child.on('message', (events: number) => {
        read.push(events);
        if ((left -= 1) === 0) child.kill('SIGKILL');
      });
      child.once('exit', (code) => resolve(code === 0));
    });
  const ended: boolean[] = [];
  for (const batches of [3, 1, 5, 2, Number.POSITIVE_INFINITY]) ended.push(await run(batches));
  expect(ended).toEqual([false, false, false, false, true]);
  expect(read).toEqual([...read].sort((a, b) => a - b));
  expect(read.at(-1)).toBe(jars.length * 5);
  expect(await platform.rows()).toEqual(live);
}, 60_000);
