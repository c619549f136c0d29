import fc from 'fast-check';
import { dutchCalendar } from '../calendar/calendar.js';
import { businessDate, dayNumber, firstOfYear } from '../calendar/day-number.js';
import { computeClock } from './compute-clock.js';
import type { ClockRuleName } from './rules.js';

describe('any clock for a decision', () => {
  const day = fc.integer({ min: firstOfYear(2015), max: firstOfYear(2060) });
  const decision = fc.constantFrom<ClockRuleName>('wgs-decision', 'wmo-decision', 'awb-decision', 'objection-decision');
  const suspension = (start: number) =>
    fc.record({ after: fc.integer({ min: -5, max: 120 }), days: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }) }).map(
      ({ after, days }) => ({ from: businessDate(start + after), until: days === undefined ? undefined : businessDate(start + after + days) }),
    );
  const scene = fc.tuple(day, decision, fc.integer({ min: 0, max: 200 })).chain(([start, rule, later]) =>
    fc.record({
      facts: fc.constant({ rule, startedOn: businessDate(start), asOf: businessDate(start + later) }),
      suspensions: fc.array(suspension(start), { maxLength: 4 }),
      more: suspension(start),
    }),
  );

  it('a last day that the Atw moves is a day on which a term may end, never before the first one counted', () => {
    fc.assert(fc.property(scene, ({ facts, suspensions }) => {
      const clock = computeClock({ ...facts, suspensions });
      expect(dutchCalendar.mayEndTerm(dayNumber(clock.due))).toBe(true);
      expect(clock.due >= clock.baseDue).toBe(true);
      expect(clock.workTarget <= clock.due).toBe(true);
    }), { numRuns: 500 });
  });

  it('more standing still never brings the last day forward', () => {
    fc.assert(fc.property(scene, ({ facts, suspensions, more }) => {
      const before = computeClock({ ...facts, suspensions });
      const after = computeClock({ ...facts, suspensions: [...suspensions, more] });
      expect(after.due >= before.due).toBe(true);
      expect(after.suspendedDays).toBeGreaterThanOrEqual(before.suspendedDays);
    }), { numRuns: 2000 });
  });

  it('the order in which suspensions are told does not matter', () => {
    fc.assert(fc.property(scene, ({ facts, suspensions }) => {
      const told = computeClock({ ...facts, suspensions });
      const reversed = computeClock({ ...facts, suspensions: [...suspensions].reverse() });
      expect(reversed.due).toBe(told.due);
      expect(reversed.suspendedDays).toBe(told.suspendedDays);
    }), { numRuns: 500 });
  });

  it('what is suspended is not breached, and what is met has no days left', () => {
    fc.assert(fc.property(scene, fc.integer({ min: 0, max: 200 }), ({ facts, suspensions }, met) => {
      const clock = computeClock({ ...facts, suspensions, metOn: businessDate(dayNumber(facts.startedOn) + met) });
      expect(clock.running).toBe(clock.state === 'running' || clock.state === 'breached');
      expect(clock.daysLeft === undefined).toBe(clock.state === 'met' || clock.state === 'met-late');
      expect(clock.state === 'breached' && (clock.daysLeft ?? 0) >= 0).toBe(false);
    }), { numRuns: 500 });
  });

  it('no more than the lengthened term is given back: it ends on the first working day that the clock runs again', () => {
    // The eight weeks end on Good Friday; the Atw lengthens them to Tuesday, and the clock stands from Saturday on.
    const good = { rule: 'wgs-decision', startedOn: '2032-01-30', suspensions: [{ from: '2032-03-26', until: '2032-06-04' }], asOf: '2032-06-03' } as const;
    expect(computeClock(good)).toMatchObject({ baseDue: '2032-03-30', due: '2032-06-04' });
    const longer = { ...good, suspensions: [{ from: '2032-01-30', until: '2032-02-01' }, ...good.suspensions] };
    expect(computeClock(longer).due >= computeClock(good).due).toBe(true);
  });
});
