import { domains, sumOf, type BusinessDate } from '@perspectief/kernel';
import type { ByDomain, YearStatement } from '@perspectief/pooled-budget-domain';
import { cells, type BudgetView } from '@perspectief/pooled-budget-read';
import { amountInWords } from '@perspectief/trajectory-read';
import { tableOf } from '../terminal/table.js';
import type { Language } from '../trajectory/words.js';
import { wordsIn } from './words.js';

export interface StatementOf {
  readonly budget: BudgetView;
  readonly statement: YearStatement;
  readonly asOf?: BusinessDate | undefined;
  readonly language: Language;
}

const AMOUNTS = ['contributed', 'attributed', 'over', 'back', 'owes'] as const;
const TOTALS = ['contributed', 'paid', 'reserved', 'available'] as const;
const isMoved = (amounts: ByDomain): boolean => domains.some((domain) => amounts[domain] !== 0);

const euroIn = (language: Language) => (cents: number): string => `${cents < 0 ? '−' : ''}${amountInWords(Math.abs(cents))[language]}`;

const byLaw = ({ statement: { domains: parts }, language }: StatementOf): string => {
  const [says, euro] = [wordsIn(language), euroIn(language)];
  const rows = parts.map((part) => [part.domain, ...AMOUNTS.map((of) => euro(part[of]))]);
  const total = [says('total'), ...AMOUNTS.map((of) => euro(sumOf(parts, (part) => part[of])))];
  return tableOf([says('law'), ...AMOUNTS.map(says)], [...rows, total]);
};

const byQuarter = ({ statement: { quarters }, language }: StatementOf): string => {
  const [says, euro] = [wordsIn(language), euroIn(language)];
  const rows = quarters.flatMap(({ quarter, contributed, attributed }) =>
    ([['contributed', contributed], ['attributed', attributed]] as const)
      .filter(([, amounts]) => isMoved(amounts))
      .map(([what, amounts]) => [`${quarter}`, says(what), ...cells(amounts).map(euro)]),
  );
  return tableOf([says('quarter'), '', ...domains, says('total')], rows);
};

/** The account of one pot over one year as plain text. */
export const statementText = (page: StatementOf): string => {
  const { budget, statement, asOf, language } = page;
  const [says, euro] = [wordsIn(language), euroIn(language)];
  const known = budget.years.find(({ year }) => year === statement.year);
  const head = [
    [says('budget'), `${budget.name} (${budget.scheme})`],
    [says('area'), `${budget.area}, ${budget.municipality}`],
    [says('year'), `${statement.year}, ${says(statement.phase)}`],
    ...(asOf === undefined ? [] : [[says('asOf'), asOf]]),
  ];
  return [
    ...head.map(([word = '', value = '']) => `${word.padEnd(10)}${value}`),
    '',
    TOTALS.map((of) => `${says(of)} ${euro(known?.[of] ?? 0)}`).join(' · '),
    '',
    byLaw(page),
    '',
    byQuarter(page),
  ].join('\n');
};
