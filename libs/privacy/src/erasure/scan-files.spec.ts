import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canariesOf } from './canaries.js';
import { scanFiles } from './scan-files.js';

const folder = mkdtempSync(join(tmpdir(), 'perspectief-scan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'old', 'older'), { recursive: true });
const [log, backup] = [join(folder, 'service.log'), join(folder, 'old', 'older', 'backup')];
writeFileSync(log, 'a line\nKanarievogel\n');
// Across the border of two pieces that are read.
writeFileSync(backup, Buffer.concat([Buffer.alloc((1 << 20) - 5, 0x20), Buffer.from('Kanarievogel')]));

const words = canariesOf(['Kanarievogel', 'Zanglijster']);
const [canary] = words.map(({ number }) => number);

test('a word is found in a file that is named, in a folder below, and where two pieces meet', async () => {
  expect(await scanFiles([log], words)).toMatchObject({ files: 1, unread: [], findings: [{ file: log, canary }] });
  expect(await scanFiles([folder], words)).toMatchObject({ files: 2, unread: [], findings: expect.arrayContaining([{ file: log, canary }, { file: backup, canary }]) });
});

test('what is not there is not called read', async () => {
  expect(await scanFiles([join(folder, 'nowhere')], words)).toMatchObject({ files: 0, findings: [], unread: [join(folder, 'nowhere')] });
});

test.each([
  ['as it is', (word: string) => word],
  ['in JSON', (word: string) => JSON.stringify(word).slice(1, -1)],
  ['in hexadecimal digits', (word: string) => Buffer.from(word).toString('hex')],
  ['in an address', encodeURIComponent],
])('a word is found %s', async (_, written) => {
  const sheet = join(folder, 'old', 'sheet');
  writeFileSync(sheet, `. ${written('Jansen "de Vries"')} .`);
  expect(await scanFiles([sheet], canariesOf(['Jansen "de Vries"']))).toMatchObject({ findings: [{ file: sheet, canary: 1 }] });
});
