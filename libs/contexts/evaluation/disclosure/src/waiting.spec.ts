import fc from 'fast-check';
import { releaseCurve, waitingForCompany, type Observed } from './index.js';

interface Person {
  readonly stop: number;
  readonly event: boolean;
}

const PERIOD = 7;
const among = ({ event }: Person): string | undefined => (event ? undefined : 'censored');
const times = (people: readonly Person[]): readonly number[] => waitingForCompany(people, { period: PERIOD, among });
const many = (n: number, stop: number, event: boolean): readonly Person[] => Array.from({ length: n }, () => ({ stop, event }));

/** Share without the event, by the definition: what a curve is computed from are the times that people wait to. */
const exact = (people: readonly Person[]) => {
  let survival = 1;
  return [...new Set(people.map(({ stop }) => stop))].sort((a, b) => a - b).map((time) => {
    const atRisk = people.filter(({ stop }) => stop >= time).length;
    survival *= 1 - people.filter(({ stop, event }) => stop === time && event).length / atRisk;
    return { time, estimate: survival, lower: null, upper: null };
  });
};

const shown = (people: readonly Person[]) => {
  const stops = times(people);
  const moved = people.map((one, i): Observed => ({ subject: `s${i}`, start: 0, stop: stops[i] as number, event: one.event }));
  const answer = releaseCurve({ observed: moved, steps: exact(moved), period: PERIOD });
  return 'refused' in answer ? answer.refused.code : answer;
};

test('few who leave wait until they are ten, and leave together at the end of a period; what is left over leaves at the end', () => {
  const people = [...many(4, 3, false), ...many(7, 16, false), ...many(2, 17, false), ...many(30, 40, true)];
  expect(times(people)).toEqual([...Array<number>(11).fill(21), 21, 21, ...Array<number>(30).fill(40)]);
  expect(times([...many(4, 3, false), ...many(30, 40, true)])).toEqual([...Array<number>(4).fill(42), ...Array<number>(30).fill(40)]);
});

test('a curve goes on where the exact one has to stop, and counts who waits as still there', () => {
  const people = [...many(20, 5, true), ...many(3, 6, false), ...many(15, 12, true), ...many(40, 60, true)];
  expect(shown(people)).toMatchObject({ begins: 80, ends: 14, steps: [{ time: 7, estimate: 0.74, atRisk: 60 }, { time: 14, estimate: 0.55, atRisk: 45 }] });
});

test('when a few left cannot be told: whenever it was, the answer is the same to the last digit', () => {
  const last = fc.integer({ min: 1, max: 60 });
  fc.assert(fc.property(fc.array(last, { minLength: 20, maxLength: 70 }), fc.array(fc.tuple(last, last), { minLength: 1, maxLength: 9 }), (events, few) => {
    const stay = [...events.map((stop) => ({ stop, event: true })), { stop: 61, event: true }];
    const [one, other] = [0, 1].map((which) => shown([...stay, ...few.map((days) => ({ stop: days[which] as number, event: false }))]));
    expect(other).toEqual(one);
  }));
});

test('no period is left by one to nine of those who wait, whatever happened, but the last', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.boolean()), { maxLength: 80 }), (ends) => {
    const people = ends.map(([stop, event]) => ({ stop, event }));
    const stops = times(people);
    const end = Math.ceil(Math.max(0, ...people.map(({ stop }) => stop)) / PERIOD) * PERIOD;
    for (let time = PERIOD; time < end; time += PERIOD) {
      const left = people.filter(({ event }, i) => !event && (stops[i] as number) > time - PERIOD && (stops[i] as number) <= time).length;
      expect(left === 0 || left >= 10).toBe(true);
    }
    people.forEach(({ stop, event }, i) => expect(event ? stops[i] === stop : (stops[i] as number) >= stop).toBe(true));
  }));
});
