// A worker of the evaluation as it runs beside casework: cuts one study after another out of its own log, behind everybody else, until it is told to stop.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLog } from '@perspectief/assembly';
import { Engine } from '../../libs/contexts/evaluation/datasets/dist/index.js';
import { cutOnce } from './evaluation.mjs';

const store = await openLog({ databaseUrl: process.env.DATABASE_URL, eventStoreUrl: undefined, poolSize: 2, complain: () => {} });
let [stopping, cuts] = [false, 0];
process.on('message', () => (stopping = true));
process.on('disconnect', () => process.exit(0));
process.send({ running: true });
while (!stopping) {
  const folder = mkdtempSync(join(tmpdir(), 'perspectief-bench-'));
  const engine = await Engine.open({ folder });
  await cutOnce(engine, store);
  engine.close();
  rmSync(folder, { recursive: true, force: true });
  cuts += 1;
}
await store.close();
process.send({ cuts });
process.disconnect();
