import { stringify } from 'csv-stringify/sync';
import { domains, sumOf, type Cents } from '@perspectief/kernel';
import type { ByDomain, YearStatement } from '@perspectief/pooled-budget-domain';
import { cells, type LedgerLine } from '@perspectief/pooled-budget-read';
import { sheetFormats, type SheetFormat, type SheetName } from './number-format.js';

const sheet = (rows: readonly (readonly string[])[], { delimiter, bom }: SheetFormat): string =>
  stringify(rows.map((row) => [...row]), { delimiter, bom, record_delimiter: 'windows' });

const AMOUNTS = ['contributed', 'attributed', 'over', 'back', 'owes'] as const;

const byLaw = ({ domains: parts }: YearStatement, written: (cents: Cents) => string): readonly (readonly string[])[] => [
  ['domain', ...AMOUNTS],
  ...parts.map((part) => [part.domain, ...AMOUNTS.map((of) => written(part[of]))]),
  ['total', ...AMOUNTS.map((of) => written(sumOf(parts, (part) => part[of])))],
];

const byQuarter = ({ quarters }: YearStatement, written: (cents: Cents) => string): readonly (readonly string[])[] => {
  const line = (quarter: number, what: string, amounts: ByDomain): readonly string[] => [`Q${quarter}`, what, ...cells(amounts).map(written)];
  return [
    ['quarter', 'what', ...domains, 'total'],
    ...quarters.flatMap(({ quarter, contributed, attributed }) => [line(quarter, 'contributed', contributed), line(quarter, 'attributed', attributed)]),
  ];
};

/** The account of a year: by law, and below an empty line by quarter. */
export const yearStatementCsv = (statement: YearStatement, name: SheetName = 'plain'): string => {
  const format = sheetFormats[name];
  return sheet([...byLaw(statement, format.amount), [], ...byQuarter(statement, format.amount)], format);
};

const ledgerRow = ({ day, year, kind, reference, requestId, amounts }: LedgerLine, written: (cents: Cents) => string): readonly string[] => [
  day, String(year), kind, requestId ?? '', reference ?? '', ...cells(amounts).map(written),
];

/** Every movement of money, and their sum: what each law has left. No personal data: why is in the pot's own record. */
export const ledgerCsv = (lines: readonly LedgerLine[], name: SheetName = 'plain'): string => {
  const format = sheetFormats[name];
  const totals = cells(Object.fromEntries(domains.map((domain) => [domain, sumOf(lines, ({ amounts }) => amounts[domain])])) as ByDomain);
  return sheet(
    [
      ['day', 'year', 'kind', 'request', 'reference', ...domains, 'total'],
      ...lines.map((line) => ledgerRow(line, format.amount)),
      ['', '', 'total', '', '', ...totals.map(format.amount)],
    ],
    format,
  );
};
