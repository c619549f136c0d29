import fc from 'fast-check';
import { lawWith } from '../parameters/law.js';
import { addWorkingDays, calendarWith, dutchCalendar, isWorkingDay } from './calendar.js';
import { businessDate, dayNumber, firstOfYear } from './day-number.js';
import { termBefore, termEnd, workTarget, type Term } from './term.js';

const atw = { atwApplies: true };
const contract = { atwApplies: false };
const day = fc.integer({ min: firstOfYear(2000), max: firstOfYear(2100) - 1 }).map(businessDate);

describe('the end of a term that moves off weekends and holidays (CL-01, CL-02)', () => {
  it.each<[string, string, Term, string]>([
    ['four weeks to Easter Monday 2026', '2026-03-09', { weeks: 4 }, '2026-04-07'],
    ['four weeks to Easter Monday 2027', '2027-03-01', { weeks: 4 }, '2027-03-30'],
    ['five weeks to 5 May', '2026-03-31', { weeks: 5 }, '2026-05-06'],
    ['four weeks to Christmas', '2023-11-27', { weeks: 4 }, '2023-12-27'],
    ['eight weeks to a Thursday', '2023-12-21', { weeks: 8 }, '2024-02-15'],
    ['one day to a Saturday', '2024-03-01', { days: 1 }, '2024-03-04'],
    ['a month to the last day of a shorter month', '2024-01-31', { months: 1 }, '2024-02-29'],
    ['two weeks to a day whose decree is not confirmed yet', '2026-05-01', { weeks: 2 }, '2026-05-15'],
  ])('%s', (_, start, term, due) => {
    expect(termEnd(start, term, atw)).toBe(due);
  });

  it('stays on the weekend or holiday where the Atw does not bind (CL-08)', () => {
    expect(termEnd('2024-03-04', { days: 28 }, contract)).toBe('2024-04-01');
    expect(termEnd('2025-01-31', { months: 4 }, contract)).toBe('2025-05-31');
  });

  it('is on a day that may end a term, and no earlier than counted', () => {
    const term = fc.oneof(
      fc.integer({ min: 1, max: 90 }).map((days): Term => ({ days })),
      fc.integer({ min: 1, max: 12 }).map((weeks): Term => ({ weeks })),
      fc.integer({ min: 1, max: 3 }).map((months): Term => ({ months })),
      fc.integer({ min: 1, max: 30 }).map((workingDays): Term => ({ workingDays })),
    );
    fc.assert(fc.property(day, term, (start, length) => {
      const due = termEnd(start, length, atw);
      expect(dutchCalendar.mayEndTerm(dayNumber(due))).toBe(true);
      expect(due >= termEnd(start, length, contract)).toBe(true);
    }));
  });

  it('never comes earlier for a later start', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 90 }), (start, days) => {
      const next = businessDate(dayNumber(start) + 1);
      expect(termEnd(next, { days }, atw) >= termEnd(start, { days }, atw)).toBe(true);
    }));
  });
});

describe('a term counted backwards (CL-03)', () => {
  it.each<[string, string, Term, string]>([
    ['to Christmas', '2024-01-22', { weeks: 4 }, '2023-12-25'],
    ['to a Sunday', '2024-03-20', { days: 10 }, '2024-03-10'],
    ['over months', '2024-03-31', { months: 1 }, '2024-02-29'],
    ['in working days', '2026-04-07', { workingDays: 2 }, '2026-04-01'],
  ])('does not move: %s', (_, date, term, before) => {
    expect(termBefore(date, term)).toBe(before);
  });
});

describe('a short term holds two days that are no weekend or holiday (CL-04)', () => {
  it.each([
    ['three days over Good Friday and Easter', '2026-04-02', 3, '2026-04-08'],
    ['four days over Good Friday and Easter', '2026-04-02', 4, '2026-04-08'],
    ['three days from Friday', '2024-03-01', 3, '2024-03-05'],
    ['three days over Christmas and a weekend', '2026-12-24', 3, '2026-12-29'],
    ['three days in the week', '2024-03-04', 3, '2024-03-07'],
    ['seven days always hold two', '2023-12-24', 7, '2024-01-02'],
  ])('%s', (_, start, days, due) => {
    expect(termEnd(start, { days }, atw)).toBe(due);
  });

  it('does not stretch two days, which only move', () => {
    expect(termEnd('2026-04-02', { days: 2 }, atw)).toBe('2026-04-07');
  });

  it('holds for every term of three days or more', () => {
    fc.assert(fc.property(day, fc.integer({ min: 3, max: 12 }), (start, days) => {
      const due = dayNumber(termEnd(start, { days }, atw));
      let working = 0;
      for (let d = dayNumber(start) + 1; d <= due; d += 1) if (isWorkingDay(businessDate(d))) working += 1;
      expect(working).toBeGreaterThanOrEqual(2);
    }));
  });
});

describe('long terms end where they end (CL-07)', () => {
  it.each<[string, string, Term, string]>([
    ['twelve weeks move', '2023-10-02', { weeks: 12 }, '2023-12-27'],
    ['thirteen weeks do not', '2023-09-25', { weeks: 13 }, '2023-12-25'],
    ['ninety days move', '2023-09-26', { days: 90 }, '2023-12-27'],
    ['ninety-one days do not', '2023-09-25', { days: 91 }, '2023-12-25'],
    ['three months move', '2023-09-25', { months: 3 }, '2023-12-27'],
    ['four months do not', '2023-08-25', { months: 4 }, '2023-12-25'],
    ['six months do not', '2023-06-25', { months: 6 }, '2023-12-25'],
    ['a year does not', '2022-12-25', { years: 1 }, '2023-12-25'],
    ['hours do not', '2023-12-23', { hours: 48 }, '2023-12-25'],
  ])('%s', (_, start, term, due) => {
    expect(termEnd(start, term, atw)).toBe(due);
  });

  it('follows the law that it is given', () => {
    const law = lawWith([{ key: 'atw-longest-in-weeks', value: 13, name: 'longer' }]);
    expect(termEnd('2023-09-25', { weeks: 13 }, { ...atw, law })).toBe('2023-12-27');
  });
});

describe('the work target (CL-10)', () => {
  it('is a working day before the counted end, less a margin', () => {
    expect(workTarget('2023-11-27', { weeks: 4 }, { ...atw, margin: 0 })).toBe('2023-12-22');
    expect(workTarget('2023-11-27', { weeks: 4 }, atw)).toBe('2023-12-21');
    expect(workTarget('2023-11-27', { weeks: 4 }, { ...atw, margin: 5 })).toBe('2023-12-15');
  });

  it('does not lie before work can start, nor after the last day', () => {
    expect(workTarget('2024-03-04', { workingDays: 1 }, { ...atw, margin: 5 })).toBe('2024-03-05');
    expect(workTarget('2024-03-01', { days: 1 }, contract)).toBe('2024-03-02');
  });

  it('is never later than the legal last day', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 9 }), (start, weeks, margin) => {
      expect(workTarget(start, { weeks }, { ...atw, margin }) <= termEnd(start, { weeks }, atw)).toBe(true);
    }));
  });
});

describe('another calendar', () => {
  it('moves a term off a day that a new decree names', () => {
    const calendar = calendarWith([{ day: '2024-03-05', decree: 'an example' }]);
    expect(termEnd('2024-02-27', { weeks: 1 }, { ...atw, calendar })).toBe('2024-03-06');
    expect(addWorkingDays('2024-03-04', 1, calendar)).toBe('2024-03-05');
  });
});
