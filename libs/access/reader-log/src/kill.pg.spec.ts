import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { throwAwayDatabase } from '@perspectief/database/testing';
import { DataSource } from 'typeorm';
import { readerLogMigrations } from './index.js';

/** Runs readers until they have answered so often, kills them with -9, and returns what they answered. */
const answersUntilKilled = (url: string, answers: number): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/answer-and-tell.mjs'), url], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > answers) child.kill('SIGKILL');
    });
    child.once('close', (_code, signal) => (signal === 'SIGKILL' ? resolve(said.split('\n').slice(0, -1)) : reject(new Error('the readers ended by themselves'))));
  });

test.each([100, 1_000, 3_000])('killed with -9 after %s answered reads, none of them is missing', async (answers) => {
  const database = await throwAwayDatabase();
  const source = await new DataSource({ type: 'postgres', url: database.url, migrations: readerLogMigrations }).initialize();
  await source.runMigrations();
  const answered = await answersUntilKilled(database.url, answers);
  const kept = new Set(((await source.query('select what from access.reader_log')) as { what: string }[]).map(({ what }) => what));
  expect(answered.length).toBeGreaterThanOrEqual(answers);
  expect(answered.filter((what) => !kept.has(what))).toEqual([]);
  await source.destroy();
  await database.drop();
}, 60_000);
