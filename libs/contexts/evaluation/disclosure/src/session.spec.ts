import fc from 'fast-check';
import { letOut, releaseCrossTable, type Ledger } from './index.js';
import { Unknowns, type Sum } from './simplex.js';

/** An evaluator who asks for one table after the other, of a town that grows, and adds up all that comes out. */
const areas = ['beijum', 'haren', 'ten-boer'];
const answers = ['yes', 'no'];
const years = ['2023', '2024'];
const arrivals = ['before', 'between', 'after'];

const person = fc.record({ area: fc.constantFrom(...areas), answer: fc.constantFrom(...answers), year: fc.constantFrom(...years), arrival: fc.constantFrom(...arrivals) });
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;
type Feature = 'area' | 'answer' | 'year';
const values: Readonly<Record<Feature, readonly string[]>> = { area: areas, answer: answers, year: years };

const question = fc.record({
  features: fc.shuffledSubarray<Feature>(['area', 'answer', 'year'], { minLength: 2, maxLength: 2 }),
  without: fc.option(fc.constantFrom(...areas, ...answers, ...years)),
  when: fc.integer({ min: 0, max: 2 }),
});

const kinds = areas.flatMap((area) => answers.flatMap((answer) => years.flatMap((year) => arrivals.map((arrival): Person => ({ area, answer, year, arrival })))));
const same = (one: Person, other: Person): boolean => one.area === other.area && one.answer === other.answer && one.year === other.year && one.arrival === other.arrival;

test('no run of tables over a growing town, with districts left out, tells of a kind of household with one to nine members', () => {
  let out = 0;
  fc.assert(fc.property(fc.array(person, { minLength: 30, maxLength: 160 }), fc.array(question, { minLength: 2, maxLength: 6 }), (town, questions) => {
    let ledger: Ledger = [];
    const heard: Sum[] = [];
    questions.forEach(({ features, without, when }, i) => {
      const [rows, columns] = features as [Feature, Feature];
      const asked = (one: Person): boolean => arrivals.indexOf(one.arrival) <= when && ![one.area, one.answer, one.year].includes(without ?? '');
      const placed = town.flatMap((one, n) => (asked(one) ? [{ subject: `s${n}`, row: one[rows], column: one[columns] }] : []));
      const shape = { rows: values[rows].filter((value) => value !== without), columns: values[columns].filter((value) => value !== without) };
      const answer = letOut(ledger, { release: String(i), population: '' }, releaseCrossTable(placed, shape));
      if ('refused' in answer) return;
      ledger = answer.ledger;
      out += 1;
      const { table } = answer.shown;
      const say = (figure: number | null, matches: (one: Person) => boolean): void => {
        if (figure === null) return;
        const of = kinds.flatMap((kind, k) => (asked(kind) && matches(kind) ? [k] : []));
        heard.push({ of, is: town.filter((one) => asked(one) && matches(one)).length });
      };
      shape.rows.forEach((row, r) => shape.columns.forEach((column, c) => say(table.counts[r]?.[c] ?? null, (one) => one[rows] === row && one[columns] === column)));
      if (shape.rows.length > 1) shape.rows.forEach((row, r) => say(table.rowTotals[r] ?? null, (one) => one[rows] === row));
      if (shape.rows.length > 1) shape.columns.forEach((column, c) => say(table.columnTotals[c] ?? null, (one) => one[columns] === column));
      say(table.total, () => true);
    });
    if (heard.length === 0) return;
    const unknowns = new Unknowns(kinds.length, heard);
    kinds.forEach((kind, k) => {
      const size = town.filter((one) => same(one, kind)).length;
      if (size === 0 || size >= 10) return;
      const { lower, upper } = unknowns.extentOf(k);
      expect(upper).toBeGreaterThanOrEqual(10 - 1e-6);
      expect(upper - lower).toBeGreaterThanOrEqual(10 - 1e-6);
    });
  }), { numRuns: 150 });
  expect(out).toBeGreaterThan(100);
});
