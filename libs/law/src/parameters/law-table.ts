import { dutchLaw } from './law.js';
import type { Parameter, Unit } from './parameter.js';

const euros = (cents: number): string => `€ ${(cents / 100).toFixed(2)}`;

const units: Readonly<Record<Exclude<Unit, 'cents'>, readonly [one: string, many: string]>> = {
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  workingDays: ['working day', 'working days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  years: ['year', 'years'],
  percent: ['%', '%'],
  times: ['time', 'times'],
  count: ['', ''],
};

const amount = ({ value, unit }: Parameter): string => {
  if (unit === 'cents') return euros(value);
  const [one, many] = units[unit];
  return `${value} ${value === 1 ? one : many}`.trim();
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

const row = (parameter: Parameter): string =>
  `| ${[
    parameter.id,
    parameter.key,
    amount(parameter),
    parameter.atwApplies ? 'yes' : 'no',
    parameter.validFrom,
    parameter.validTo ?? '',
    parameter.article,
    parameter.source,
    parameter.confidence,
    parameter.explain.en,
  ].map(cell).join(' | ')} |`;

const heading = ['id', 'name', 'value', 'moves for weekend or holiday', 'valid from', 'valid to', 'article', 'source', 'confidence', 'meaning'];

/** All versions of all parameters as a Markdown table: what the reference documentation is compared with. */
export const lawTable = (): string =>
  [`| ${heading.join(' | ')} |`, `|${heading.map(() => '---').join('|')}|`, ...dutchLaw.versions.map(row), ''].join('\n');
