import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addWorkingDays, calendarWith, isWorkingDay, nextWorkingDay } from './calendar.js';
import { businessDate, dayNumber, firstOfYear, isWeekend, monthsLater } from './day-number.js';
import { holidaysOf } from './holidays.js';

const day = fc.integer({ min: firstOfYear(2000), max: firstOfYear(2100) - 1 });

/** Easter Sunday after Meeus, Jones and Butcher: an oracle that shares nothing with the library. */
const easter = (year: number): number => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return Date.UTC(year, month - 1, (h + l - 7 * m + 33 * month + 19) % 32) / 86_400_000;
};

const royalBirthday = (year: number): string => {
  const celebrated = year >= 2014 ? `${year}-04-27` : `${year}-04-30`;
  const number = dayNumber(celebrated);
  return new Date(celebrated).getUTCDay() === 0 ? businessDate(number - 1) : celebrated;
};

const expected = (year: number): string[] => {
  const sunday = easter(year);
  return [
    `${year}-01-01`, businessDate(sunday - 2), businessDate(sunday + 1), royalBirthday(year), `${year}-05-05`,
    businessDate(sunday + 39), businessDate(sunday + 50), `${year}-12-25`, `${year}-12-26`,
  ].sort();
};

describe('holidays (CL-05, CL-06)', () => {
  it.each(Array.from({ length: 101 }, (_, i) => 2000 + i))('of %d are exactly those of the law', (year) => {
    expect(holidaysOf(year).map((holiday) => holiday.day).sort()).toEqual(expected(year));
  });

  it('hold 5 May every year, also when Ascension falls on it', () => {
    expect(holidaysOf(2016).filter((holiday) => holiday.day === '2016-05-05')).toHaveLength(2);
    expect(isWorkingDay('2027-05-05')).toBe(false);
  });

  it("move King's Day from a Sunday to the Saturday before it", () => {
    expect(holidaysOf(2025).find((holiday) => holiday.en === "King's Day")?.day).toBe('2025-04-26');
    expect(holidaysOf(2026).find((holiday) => holiday.en === "King's Day")?.day).toBe('2026-04-27');
  });
});

describe('three working days, the day of the event excluded (CL-09)', () => {
  it.each([
    ['Thursday before Good Friday and Easter', '2026-04-02', '2026-04-09'],
    ["Thursday before a weekend and 5 May", '2026-04-30', '2026-05-06'],
    ['Wednesday before Christmas 2026', '2026-12-23', '2026-12-29'],
    ['Tuesday before 5 May and Ascension', '2027-05-04', '2027-05-11'],
    ['Wednesday before Christmas 2023', '2023-12-20', '2023-12-27'],
    ['Monday in an ordinary week', '2025-01-27', '2025-01-30'],
  ])('%s', (_, from, to) => {
    expect(addWorkingDays(from, 3)).toBe(to);
  });
});

describe('working days', () => {
  it('land on a working day, later for more of them, and as many as asked', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const reached = dayNumber(addWorkingDays(businessDate(from), n));
      let between = 0;
      for (let d = from + 1; d <= reached; d += 1) if (isWorkingDay(businessDate(d))) between += 1;
      expect(between).toBe(n);
      expect(isWorkingDay(businessDate(reached))).toBe(true);
      expect(dayNumber(addWorkingDays(businessDate(from), n + 1))).toBeGreaterThan(reached);
    }));
  });

  it('never go back when they start later', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 30 }), (from, n) => {
      expect(addWorkingDays(businessDate(from + 1), n) >= addWorkingDays(businessDate(from), n)).toBe(true);
    }));
  });

  it('are counted back with a negative number, and stay put with none', () => {
    expect(addWorkingDays('2026-04-07', -1)).toBe('2026-04-02');
    expect(addWorkingDays('2026-04-05', 0)).toBe('2026-04-05');
    expect(nextWorkingDay('2026-04-02')).toBe('2026-04-07');
  });

  it('stay working days when a decree equates them, but no term ends on them', () => {
    const calendar = calendarWith([{ day: '2024-03-05', decree: 'an example' }, { day: '2024-12-25', decree: 'on a holiday' }]);
    expect(calendar.isWorking(dayNumber('2024-03-05'))).toBe(true);
    expect(calendar.mayEndTerm(dayNumber('2024-03-05'))).toBe(false);
    expect(calendar.isWorking(dayNumber('2024-12-25'))).toBe(false);
  });

  it('are known for the years that the platform accepts, and refused far outside them', () => {
    expect(isWorkingDay('1900-01-02')).toBe(true);
    expect(isWorkingDay('2199-12-31')).toBe(true);
    expect(() => isWorkingDay('2400-01-01')).toThrow(RangeError);
    expect(() => isWorkingDay('soon')).toThrow('not a business date: soon');
  });
});

describe('day numbers', () => {
  it('give the same date back', () => {
    fc.assert(fc.property(day, (number) => expect(dayNumber(businessDate(number))).toBe(number)));
  });

  it('agree with another implementation of the calendar, from 1890 to 2310', () => {
    const all = fc.integer({ min: firstOfYear(1890), max: firstOfYear(2311) - 1 });
    fc.assert(fc.property(all, fc.integer({ min: -400, max: 400 }), (number, months) => {
      const date = Temporal.PlainDate.from('1970-01-01').add({ days: number });
      expect(businessDate(number)).toBe(date.toString());
      expect(dayNumber(date.toString())).toBe(number);
      expect(isWeekend(number)).toBe(date.dayOfWeek >= 6);
      expect(businessDate(monthsLater(number, months))).toBe(date.add({ months }).toString());
    }), { numRuns: 2000 });
  });

  it('know the weekend also before 1970', () => {
    expect(isWeekend(dayNumber('1969-12-27'))).toBe(true);
    expect(isWeekend(dayNumber('1969-12-29'))).toBe(false);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'], ['2023-01-31', 1, '2023-02-28'], ['2023-11-30', 3, '2024-02-29'],
    ['2024-03-31', -1, '2024-02-29'], ['2024-12-31', 12, '2025-12-31'],
  ])('%s and %d months is %s: the same day number or the last of the month', (from, months, to) => {
    expect(businessDate(monthsLater(dayNumber(from), months))).toBe(to);
  });
});
