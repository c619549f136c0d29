import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Queryable } from '../keys/queryable.js';
import { verifyErasure } from './verify.js';

const empty = mkdtempSync(join(tmpdir(), 'perspectief-verify-'));
afterAll(() => rmSync(empty, { recursive: true, force: true }));

const erasure = { at: new Date(0), reason: 'request-granted', keysDestroyed: 2 };

interface Found {
  readonly erased?: boolean;
  readonly living?: number;
  /** Folder of the server; without it the account may not ask. */
  readonly server?: string;
}

const database = ({ erased = true, living = 0, server }: Found): Queryable => ({
  query: async (sql: string) => {
    if (sql === 'checkpoint') return server === undefined ? Promise.reject(new Error('not allowed')) : [];
    if (sql.includes('data_directory')) return [{ folder: server }];
    if (sql.includes('access.erasures')) return erased ? [erasure] : [];
    return sql.includes('access.data_keys') ? [{ living }] : [];
  },
});
const verified = (found: Found, folders: readonly string[] = [empty]) =>
  verifyErasure(database(found), { householdId: '00000000-0000-5000-8000-000000000001', words: ['Kanarie'], folders, now: () => new Date(0) });

test('erased, without a living key or a word anywhere, it is clean', async () => {
  expect(await verified({})).toMatchObject({ clean: true, folders: [empty] });
});

test.each<[string, Found, readonly string[] | undefined]>([
  ['not erased', { erased: false }, undefined],
  ['a key lives', { living: 1 }, undefined],
  ['a folder could not be read', {}, [join(empty, 'nowhere')]],
])('it is not: %s', async (_, found, folders) => {
  expect(await verified(found, folders)).toMatchObject({ clean: false });
});

test('the server’s own folder is read too, where it may be asked for', async () => {
  expect((await verified({ server: join(empty, 'gone') })).files.unread).toEqual([]);
  expect((await verified({ server: `${empty}-gone` })).files.unread).toEqual([`${empty}-gone`]);
});
