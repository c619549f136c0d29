import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitsIn, driftTable, inPlaces, remembered, sectionsIn, writeReport } from './report.mjs';

const at = (commit: string) => ({ commit, on: '2026-12-01' });

test('a ratio that moved by more than a fifth is in bold, and one that misses its target says so', () => {
  const first = remembered({}, [{ name: 'steady', ratio: 1, atLeast: 0.7 }, { name: 'falling', ratio: 1, atLeast: 0.9 }], at('aaa'));
  const lines = driftTable(remembered(first, [{ name: 'steady', ratio: 1.19, atLeast: 0.7 }, { name: 'falling', ratio: 0.75, atLeast: 0.9 }], at('bbb'))).split('\n');
  expect(lines).toContain('| steady | 1.19 | ≥ 0.7 | bbb | 1.00 (aaa) | +19% |');
  expect(lines).toContain('| falling | 0.75 **missed** | ≥ 0.9 | bbb | 1.00 (aaa) | **−25%** |');
});

test('measured again at one commit, the last figure counts, and drift is against the commit before', () => {
  const twice = [at('aaa'), at('bbb'), at('bbb')].reduce((history, when, n) => remembered(history, [{ name: 'one', ratio: n + 1, atMost: 2 }], when), {});
  expect(driftTable(twice)).toContain('| one | 3.00 **missed** | ≤ 2 | bbb | 1.00 (aaa) | **+200%** |');
});

test('sections that were not run now stay as they were, in their order', () => {
  const folder = mkdtempSync(join(tmpdir(), 'perspectief-report-'));
  const paths = { reportPath: join(folder, 'report.md'), historyPath: join(folder, 'history.json') };
  const write = (commit: string, sections: [string, string][]) =>
    writeReport({ ...paths, head: '# Performance', order: ['first', 'second'], sections: new Map(sections), ratios: [], ...at(commit) });
  try {
    write('aaa', [['second', '## Two\n\nold'], ['first', '## One\n\nold']]);
    write('bbb', [['second', '## Two\n\nnew']]);
    const report = readFileSync(paths.reportPath, 'utf8');
    expect([...sectionsIn(report)]).toEqual([
      ['first', '<!-- measured: first at aaa -->\n## One\n\nold'],
      ['second', '<!-- measured: second at bbb -->\n## Two\n\nnew'],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what is computed stands in its place, and whoever takes the place away hears of it', () => {
  const document = 'before\n<!-- computed: one -->\nold $1\n\nand more\n<!-- end -->\nbetween\n<!-- computed: two -->\n-\n<!-- end -->\n';
  expect(inPlaces(document, { two: '| $2 |', one: 'new' })).toBe('before\n<!-- computed: one -->\nnew\n<!-- end -->\nbetween\n<!-- computed: two -->\n| $2 |\n<!-- end -->\n');
  expect(() => inPlaces(document, { three: '' })).toThrow('three');
  expect(commitsIn('<!-- measured: a at 123 -->\n\n<!-- measured: b at 456+ -->\n<!-- measured: c at 123 -->')).toEqual(['123', '456+']);
});
