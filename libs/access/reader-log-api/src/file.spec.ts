import type { KeptLook } from '@perspectief/reader-log';
import { fileOf } from './queries/file.js';

const look = (more: Partial<KeptLook> = {}): KeptLook => ({
  id: '1', traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), startedAt: '2024-05-01T08:00:00.000Z', endedAt: '2024-05-01T08:00:00.010Z',
  person: { id: 'coach-1', role: 'neighbourhood-coach' }, action: 'read', what: 'timeline', purpose: 'support', householdIds: ['h1', 'h2'], trajectoryIds: [], ...more,
});

test('a CSV has one line for each look', () => {
  const { content, looks, mediaType } = fileOf([look(), look({ law: 'wmo', asOf: '2024-01-01' })], 'csv');
  expect({ looks, mediaType, lines: content.trimEnd().split('\r\n').slice(1) }).toEqual({
    looks: 2,
    mediaType: 'text/csv; charset=utf-8',
    lines: [
      `2024-05-01T08:00:00.000Z,coach-1,neighbourhood-coach,read,timeline,support,,,h1 h2,,,${'a'.repeat(32)},${'b'.repeat(16)}`,
      `2024-05-01T08:00:00.000Z,coach-1,neighbourhood-coach,read,timeline,support,wmo,2024-01-01,h1 h2,,,${'a'.repeat(32)},${'b'.repeat(16)}`,
    ],
  });
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('a reason like %j stays text in a spreadsheet', (purpose) => {
  expect(fileOf([look({ purpose })], 'csv').content).toContain(`'${purpose}`);
});

test('JSON holds records of the standard', () => {
  const { records } = JSON.parse(fileOf([look()], 'json').content) as { records: readonly object[] };
  expect(records).toEqual([expect.objectContaining({ name: 'timeline', trace_id: 'a'.repeat(32), status_code: 'OK' })]);
});
