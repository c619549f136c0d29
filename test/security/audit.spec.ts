import { verdictOf } from '../../infra/audit-verdict.mjs';

const advisory = { source: 1, name: 'left', severity: 'high', title: 'falls over', url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc' };
const report = { vulnerabilities: { left: { via: [advisory] }, right: { via: ['left'] } } };
const entry = { advisory: 'GHSA-aaaa-bbbb-cccc', package: 'left', reason: 'we never call it', until: '2026-06-30' };
const verdict = (answer: unknown, allowed: readonly object[] = [], today = '2026-05-01'): string => (verdictOf(answer, allowed, today) as { verdict: string }).verdict;

test('nothing known is good, a known hole is bad', () => {
  expect(verdict({ vulnerabilities: {} })).toBe('good');
  expect(verdict(report)).toBe('bad');
});

test('a hole that was thought about is good until its day', () => {
  expect(verdict(report, [entry])).toBe('good');
  expect(verdict(report, [entry], '2026-07-01')).toBe('bad');
  expect(verdict(report, [{ ...entry, package: 'other' }])).toBe('bad');
});

test('an entry without a reason or a day is bad', () => {
  expect(verdict({ vulnerabilities: {} }, [{ ...entry, reason: '' }])).toBe('bad');
  expect(verdict({ vulnerabilities: {} }, [{ ...entry, until: 'later' }])).toBe('bad');
});

test.each([[undefined], [{ message: '405 Method Not Allowed' }], [null], [{ vulnerabilities: null }]])('no answer is neither: %j', (answer) => {
  expect(verdict(answer)).toBe('unknown');
});
