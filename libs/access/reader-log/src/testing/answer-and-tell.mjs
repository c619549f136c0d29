// A process that answers reads: each look is told on standard output only once the log has it. Killed by a test.
import { writeSync } from 'node:fs';
import { deriveId } from '@perspectief/kernel';
import { ReaderLog } from '@perspectief/reader-log';

const log = new ReaderLog({ databaseUrl: process.argv[2] });
const READERS = 16;
await Promise.all(
  Array.from({ length: READERS }, async (_, reader) => {
    for (let n = 0; ; n += 1) {
      const what = `read-${reader}-${n}`;
      await log.record({ person: { id: `coach-${reader}`, role: 'neighbourhood-coach' }, action: 'read', what, householdIds: [deriveId('household')], purpose: 'support' });
      writeSync(1, `${what}\n`);
    }
  }),
);
