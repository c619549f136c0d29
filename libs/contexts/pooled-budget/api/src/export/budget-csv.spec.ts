import fc from 'fast-check';
import { domains, parseAmount } from '@perspectief/kernel';
import { splitOf, apportion, type YearStatement } from '@perspectief/pooled-budget-domain';
import type { LedgerLine } from '@perspectief/pooled-budget-read';
import { ledgerCsv, yearStatementCsv, type SheetName } from '../index.js';

const cells = (csv: string, name: SheetName): string[][] =>
  csv.replace('\uFEFF', '').trimEnd().split('\r\n').map((line) => line.split(name === 'nl' ? ';' : ','));
const cents = (cell: string, name: SheetName): number => {
  const plain = name === 'nl' ? cell.replace(',', '.') : cell;
  return plain.startsWith('-') ? -(parseAmount(plain.slice(1)) ?? Number.NaN) : (parseAmount(plain) ?? Number.NaN);
};

const weights = splitOf({ jeugd: 33.3, wmo: 33.3, participatiewet: 33.3, schuldhulp: 0.1 });
const line = (amount: number, n: number): LedgerLine => {
  const amounts = apportion(Math.abs(amount), { jeugd: weights?.jeugd ?? '0', wmo: weights?.wmo ?? '0', participatiewet: weights?.participatiewet ?? '0', schuldhulp: weights?.schuldhulp ?? '0' });
  const signed = Object.fromEntries(domains.map((domain) => [domain, amount < 0 ? -amounts[domain] || 0 : amounts[domain]])) as typeof amounts;
  return { position: String(n), day: '2025-01-01', year: 2025, kind: amount < 0 ? 'payment' : 'contribution', reference: undefined, requestId: undefined, trajectoryId: undefined, amounts: signed };
};

test.each<SheetName>(['plain', 'nl'])('the ledger in %s numbers adds up again to its own total, to the cent', (name) => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { maxLength: 40 }), (amounts) => {
      const [, ...rows] = cells(ledgerCsv(amounts.map(line), name), name);
      const total = rows.pop() ?? [];
      for (let column = 5; column < 10; column += 1)
        expect(cents(total[column] ?? '', name)).toBe(rows.reduce((sum, row) => sum + cents(row[column] ?? '', name), 0));
      expect(cents(total[9] ?? '', name)).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
    }),
    { numRuns: 200 },
  );
});

const statement: YearStatement = {
  year: 2025,
  phase: 'closed',
  domains: domains.map((domain, n) => ({ domain, contributed: 100_001 + n, attributed: 33_333 * n, over: n, back: 7, owes: n % 2 ? 1_234_567 : -1_234_567 })),
  quarters: [{ quarter: 1, contributed: { jeugd: 1, wmo: 2, participatiewet: 3, schuldhulp: 4 }, attributed: { jeugd: -5, wmo: 0, participatiewet: 0, schuldhulp: 0 } }],
};

test('a statement has a line for each law, its total, and the quarters below', () => {
  expect(cells(yearStatementCsv(statement, 'nl'), 'nl').slice(4)).toEqual([
    ['schuldhulp', '1000,04', '999,99', '0,03', '0,07', '12345,67'],
    ['total', '4000,10', '1999,98', '0,06', '0,28', '0,00'],
    [''],
    ['quarter', 'what', ...domains, 'total'],
    ['Q1', 'contributed', '0,01', '0,02', '0,03', '0,04', '0,10'],
    ['Q1', 'attributed', '-0,05', '0,00', '0,00', '0,00', '-0,05'],
  ]);
});
