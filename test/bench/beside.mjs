// Writers and readers of the log beside a measurement, in a process of their own: commands at a steady pace, and projections that follow.
import { openPlatform } from '@perspectief/assembly';
import { deriveId } from '@perspectief/kernel';
import { keysOfEnvironment } from '@perspectief/privacy';
import { Worker } from '@perspectief/worker';
import { setTimeout as pause } from 'node:timers/promises';

const [perSecond, trajectories] = process.argv.slice(2).map(Number);
const platform = await openPlatform({ databaseUrl: process.env.DATABASE_URL, keys: keysOfEnvironment(process.env) });
const worker = new Worker(platform);
worker.startProjections();

let [stopping, written] = [false, 0];
const write = async () => {
  for (let n = 0; !stopping; n += 1) {
    const due = performance.now() + 1_000 / perSecond;
    const trajectoryId = deriveId('bench', n % trajectories);
    const id = deriveId('bench beside', process.pid, n);
    const data = { trajectoryId, contactId: id, kind: 'call', reached: true, note: 'Gebeld over de brief.' };
    const answer = await platform.path.handle({ type: 'LogContact', data, commandId: id, actor: { id: 'coach-1', role: 'neighbourhood-coach' } });
    if ('refused' in answer) throw new Error(answer.refused.code);
    written += 1;
    await pause(Math.max(0, due - performance.now()));
  }
};
const writing = write();

process.on('message', async () => {
  stopping = true;
  await writing;
  await worker.stop();
  await platform.close();
  process.send({ written });
  process.disconnect();
});
process.on('disconnect', () => process.exit(0));
process.send({ running: true });
