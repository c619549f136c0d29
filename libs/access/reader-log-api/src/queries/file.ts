import { stringify } from 'csv-stringify/sync';
import { processingRecordOf, type KeptLook } from '@perspectief/reader-log';
import type { ReaderLogFile } from './shown.js';

export const fileFormats = ['csv', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];

const HEAD = ['at', 'person', 'role', 'action', 'what', 'purpose', 'law', 'as_of', 'households', 'trajectories', 'about', 'trace_id', 'span_id'];

const cellsOf = (look: KeptLook): readonly string[] => [
  look.startedAt, look.person.id, look.person.role, look.action, look.what, look.purpose, look.law ?? '', look.asOf ?? '',
  look.householdIds.join(' '), look.trajectoryIds.join(' '), look.about ?? '', look.traceId, look.spanId,
];

/** A reason that begins like a formula stays text in a spreadsheet. */
const csvOf = (looks: readonly KeptLook[]): string =>
  stringify([HEAD, ...looks.map((look) => [...cellsOf(look)])], { escape_formulas: true, record_delimiter: 'windows' });

const jsonOf = (looks: readonly KeptLook[]): string => JSON.stringify({ records: looks.map(processingRecordOf) }, null, 2);

/** Looks as a file; JSON has the shape of Logboek Dataverwerkingen. */
export const fileOf = (looks: readonly KeptLook[], format: FileFormat): ReaderLogFile => ({
  name: `reader-log.${format}`,
  mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json',
  looks: looks.length,
  content: format === 'csv' ? csvOf(looks) : jsonOf(looks),
});
