import { cumulativeIncidence, kaplanMeier } from '@perspectief/evaluation-statistics';
import type { TrajectoryFact } from '@perspectief/evaluation-replay';
import { eventIdOf, idOf } from '@perspectief/evaluation-replay/testing';
import {
  attrition, baselineBalance, caseRecord, casesBy, costBalance, creditPerformance, directlyFollows, dropout, episodesOf, leadTimes, lifeAreaDeltas, measuredBy,
  onTimeRates, outflow, qualityOfLife, reach, relapse, spellsOf, spentFromPots, spreadOf, timeInTrack, traceOf, variantsOf, type CaseRecord,
} from './index.js';
import { openCase, stoppedCase, wholeCase } from './testing/cases.js';

const record = (facts: readonly TrajectoryFact[], cutOn = '2025-06-01'): CaseRecord => {
  const one = caseRecord(facts, { cutOn });
  if (!one) throw new Error('not open by then');
  return one;
};
const whole = record(wholeCase('whole'));
const left = record(stoppedCase('left', '2024-03-01', 'no-contact', { area: 'lewenborg', source: 'early-signal' }));
const gone = record(stoppedCase('gone', '2024-02-08', 'deceased', { area: 'lewenborg', source: 'early-signal' }));
const open = record(openCase('open', { opened: '2025-05-01' }));
const all = [whole, left, gone, open];

describe('the record of a case', () => {
  test('knows when it came where', () => {
    expect(whole).toMatchObject({
      status: 'closed', outcome: 'stable', tandem: true, instruments: ['standstill'], reached: true, admittedOn: '2024-02-01',
      milestones: {
        report: '2024-01-08', conversation: '2024-01-20', standstill: '2024-01-22', decision: '2024-02-01', plan: '2024-02-06', active: '2024-02-07',
        offer: '2024-03-02', payout: '2024-03-20', 'debt-free': '2024-03-20', aftercare: '2024-07-01', completed: '2025-01-02',
      },
      debts: { included: 1, open: 0, paid: 15_000, discharged: 85_000 },
    });
  });
  test('is that of the day of the cut', () => {
    expect(record(wholeCase('whole'), '2024-02-03')).toMatchObject({ status: 'intake', milestones: { decision: '2024-02-01' } });
    expect(record(wholeCase('whole'), '2024-02-03').milestones.plan).toBeUndefined();
    expect(caseRecord(wholeCase('whole'), { cutOn: '2023-01-01' })).toBeUndefined();
  });
  test('is known from the day that its first fact was written down', () => {
    const late = openCase('late').map((fact) => ({ ...fact, recordedAt: '2024-04-08T10:00:00.000Z' }));
    expect(record(late)).toMatchObject({ openedOn: '2024-01-08', observedFrom: '2024-04-08' });
  });
});

describe('measures', () => {
  test('lead times, with their spread', () => {
    expect(leadTimes(all, 'report', 'conversation')).toEqual([{ trajectory: idOf('whole'), value: 12, suspendedDays: 0 }]);
    expect(spreadOf([1, 2, 3, 10].map((value) => ({ trajectory: '', value })))).toEqual({ cases: 4, median: 2.5, ninetieth: expect.closeTo(7.9, 9) as number });
  });
  test('on time, by law: late and run out count as ended, lapsed does not', () => {
    expect(onTimeRates([whole]).find(({ law }) => law === 'schuldhulp')).toEqual({ law: 'schuldhulp', ended: 2, met: 2, rate: 1 });
    const running = record(openCase('open', { opened: '2025-05-01' }), '2025-05-15');
    expect(onTimeRates([running]).find(({ law }) => law === 'schuldhulp')).toMatchObject({ ended: 0, rate: null });
    expect(onTimeRates([open]).find(({ law }) => law === 'schuldhulp')).toMatchObject({ ended: 1, met: 0, rate: 0 });
    expect(onTimeRates([gone]).find(({ law }) => law === 'schuldhulp')).toMatchObject({ ended: expect.any(Number) as number, met: 0 });
  });
  test('outflow and dropout by phase', () => {
    expect(Object.fromEntries(outflow(all))).toEqual({ deceased: 1, 'no-contact': 1, stable: 1 });
    expect(dropout(all)).toEqual({ cases: 4, byPhase: new Map([['intake', 1]]) });
  });
  test('relapse: debt help again within two years of completing, in a later trajectory of the same household', () => {
    const again = record(openCase('again', { household: 'whole', opened: '2025-02-01' }, [
      ['2025-03-01', { type: 'DecideApplication', data: { trajectoryId: idOf('again'), applicationId: idOf('again', 'application'), outcome: 'granted' } }],
    ]));
    expect(relapse(all)).toEqual({ followed: 1, relapsed: 0 });
    expect(relapse([...all, again])).toEqual({ followed: 1, relapsed: 1 });
  });
  test('life areas and quality of life, by the same assessor and near the moment', () => {
    expect(lifeAreaDeltas(all)).toEqual([{ trajectory: idOf('whole'), lifeArea: 'finances', by: 'household', first: 1, last: 3, value: 2 }]);
    expect(qualityOfLife(all).map(({ moment, mean }) => [moment, mean])).toEqual([['start', 4], ['six-months', 6], ['end-of-support', 6], ['end-of-aftercare', 8]]);
  });
  test('credits: on time, missed and in arrears', () => {
    expect(creditPerformance(all)).toEqual({ credits: 1, due: 3, onTime: 1, inArrears: 2, writtenOff: 0, closed: 0 });
  });
  test('cost: what was spent beside what a scenario says was avoided, with its sources', () => {
    const payment = { type: 'PaymentRecorded', data: { trajectoryId: idOf('whole'), amount: 30_000 } };
    const refund = { type: 'RefundRecorded', data: { trajectoryId: idOf('whole'), amount: 5_000 } };
    const spent = spentFromPots([payment, refund] as unknown as Parameters<typeof spentFromPots>[0]);
    const averted = { ...whole, threatsAverted: ['eviction'] };
    const scenario = [{ threat: 'eviction', cents: 900_000, source: 'a study' }];
    expect(costBalance([averted], spent, scenario)).toEqual({ fromPots: 25_000, incentives: 0, discharged: 85_000, avoided: 900_000, assumptions: scenario });
  });
  test('reach: from signal to accepted help', () => {
    const found = record(wholeCase('found', { source: 'early-signal' }));
    expect(reach([...all, found]).map(({ name, trajectories }) => [name, trajectories.length])).toEqual([['signal', 3], ['reached', 1], ['accepted help', 1]]);
  });
  test('by area, instrument, tandem, source and year', () => {
    expect([...casesBy(all, 'area')].map(([area, cases]) => [area, cases.length])).toEqual([['beijum', 2], ['lewenborg', 2]]);
    expect([...measuredBy(all, 'tandem', (cases) => cases.length)]).toEqual([['no tandem', 3], ['tandem', 1]]);
    expect([...measuredBy(all, 'instrument', (cases) => cases.length)]).toEqual([['none', 3], ['standstill', 1]]);
    expect([...measuredBy(all, 'year', (cases) => cases.length)]).toEqual([['2024', 3], ['2025', 1]]);
  });
});

describe('rows for survival analysis', () => {
  const { rows, left: out } = spellsOf([...all], { timeZero: 'report', event: 'active', competing: ['deceased'] });
  test('say how long, what ended it, and why', () => {
    expect(rows.map(({ start, stop, cause, ending }) => [start, stop, cause, ending])).toEqual([
      [0, 30, 1, 'event'], [0, 53, 0, 'no-contact'], [0, 31, 2, 'competing'], [0, 31, 0, 'administrative'],
    ]);
    expect(out).toEqual([]);
  });
  test('are what the statistics take', () => {
    expect(kaplanMeier(rows).events).toBe(2);
    expect(cumulativeIncidence(rows)[1]?.steps.at(-1)?.incidence).toBeCloseTo(0.25, 12);
  });
  test('enter late where the case was brought in later, and leave out what ended before', () => {
    const late = { ...whole, observedFrom: '2024-02-01' };
    const { rows: entered } = spellsOf([late], { timeZero: 'report', event: 'active' });
    expect(entered).toMatchObject([{ start: 24, stop: 30, prevalent: true }]);
    expect(spellsOf([{ ...whole, observedFrom: '2024-03-01' }], { timeZero: 'report', event: 'active' }).left).toEqual([{ trajectory: idOf('whole'), because: 'event before observation' }]);
    expect(spellsOf([open], { timeZero: 'aftercare', event: 'completed' }).left).toEqual([{ trajectory: idOf('open'), because: 'no time zero' }]);
  });
  test('an event on the day of time zero counts, half a day later', () => {
    expect(spellsOf([whole], { timeZero: 'payout', event: 'debt-free' }).rows).toMatchObject([{ start: 0, stop: 0.5, cause: 1 }]);
  });
});

describe('process mining', () => {
  const intake = new Set(['TrajectoryOpened', 'ApplicationReceived', 'FirstConversationHeld', 'ApplicationDecided', 'TrajectoryClosed']);
  const traces = [wholeCase('whole'), wholeCase('other'), stoppedCase('left', '2024-03-01', 'no-contact')].map((facts) => traceOf(facts, (type) => intake.has(type)));
  test('variants, the most common first', () => {
    expect(variantsOf(traces).map(({ steps, cases, medianDays }) => [steps.length, cases, medianDays])).toEqual([[5, 2, 360], [3, 1, 53]]);
  });
  test('what follows what, how often, and after how long', () => {
    const map = directlyFollows(traces);
    expect(map).toContainEqual({ from: 'ApplicationReceived', to: 'FirstConversationHeld', times: 2, cases: 2, trajectories: [idOf('whole'), idOf('other')], medianWait: 12, waits: [12, 12] });
    const sum = (side: 'from' | 'to', activity: string): number => map.filter((arc) => arc[side] === activity).reduce((total, { times }) => total + times, 0);
    for (const activity of intake) expect(sum('to', activity)).toBe(sum('from', activity));
  });
  test('a correction is no activity, and moves what it corrects', () => {
    const facts = wholeCase('whole');
    const correction = { ...(facts[0] as TrajectoryFact), id: 'c', type: 'DateCorrected', data: { eventId: eventIdOf(facts[0]?.stream ?? '', 4), happenedOn: '2024-02-02', reason: '' } } as TrajectoryFact;
    const { steps } = traceOf([...facts, correction], (type) => intake.has(type) || type === 'DateCorrected');
    expect(steps.map(({ activity }) => activity)).toEqual(['TrajectoryOpened', 'ApplicationReceived', 'ApplicationDecided', 'FirstConversationHeld', 'TrajectoryClosed']);
  });
});

describe('flows', () => {
  test('attrition names who fell out by which rule', () => {
    expect(attrition(all, [{ rule: 'opened in 2024', keeps: ({ year }) => year === 2024 }, { rule: 'talked with', keeps: ({ milestones }) => milestones.conversation !== undefined }])
      .map(({ rule, kept, lost }) => [rule, kept.length, lost.length])).toEqual([['candidates', 4, 0], ['opened in 2024', 3, 1], ['talked with', 1, 2]]);
  });
  test('time in track: how many came so far, and how long the stretch took', () => {
    expect(timeInTrack(all, ['report', 'conversation', 'active']).map(({ name, trajectories, medianDays }) => [name, trajectories.length, medianDays]))
      .toEqual([['report', 4, null], ['conversation', 1, 12], ['active', 1, 18]]);
  });
  test('episodes run until the next track, the end, or the cut', () => {
    expect(episodesOf(whole).map(({ track, days, endedOn }) => [track, days, endedOn])).toEqual([
      ['intake', 30, '2024-02-07'], ['support', 145, '2024-07-01'], ['buy-out', 18, '2024-03-20'], ['aftercare', 185, '2025-01-02'],
    ]);
    expect(episodesOf(open)).toEqual([{ trajectory: idOf('open'), track: 'intake', startedOn: '2025-05-01', days: 31 }]);
  });
  test('balance before outcome: how far two arms lie apart', () => {
    const rows = baselineBalance([whole, open], [left, gone], [{ name: 'area', value: ({ area }) => area }, { name: 'debts', number: ({ debts }) => debts.included }]);
    expect(rows.map(({ name, standardisedDifference, missing }) => [name, standardisedDifference, missing])).toEqual([['area', null, 0], ['debts', 1, 0]]);
  });
});
