import { isRefused } from '@perspectief/kernel';
import fc from 'fast-check';
import { totalOf } from './by-domain.js';
import { pooledBudgetEvents, type PooledBudgetEvent } from './events.js';
import { valuesOf } from './keyed.js';
import { householdSpend } from './reading/household-spend.js';
import { spendingFlow } from './reading/spending-flow.js';
import { yearsOf, yearTotals } from './reading/totals.js';
import { yearStatement, type YearStatement } from './reading/year-statement.js';
import type { OpenedBudget, PooledBudgetState } from './state.js';
import { history, turnsOf, type Turn, type Wish } from './testing/histories.js';
import { idOf, OTHER_TRAJECTORY, TRAJECTORY } from './testing/ids.js';
import { decideAs, pot } from './testing/scenario.js';

const RUNS = 300;

/** One seed for all: every property is held against the same histories, and each of these is played once. */
const played = new Map<string, readonly Turn[]>();
const turnsIn = (wishes: readonly Wish[]): readonly Turn[] => {
  const name = JSON.stringify(wishes);
  const turns = played.get(name) ?? turnsOf(wishes);
  played.set(name, turns);
  return turns;
};

const statements = new WeakMap<PooledBudgetState, Map<number, YearStatement>>();
const statementOf = (state: PooledBudgetState, year: number): YearStatement => {
  const known = statements.get(state) ?? new Map<number, YearStatement>();
  statements.set(state, known);
  const statement = known.get(year) ?? yearStatement(state, year);
  known.set(year, statement);
  return statement;
};

/** After every command that changed something, in thousands of random histories. */
const always = (says: string, holds: (turn: Turn, sofar: readonly Turn[]) => void): void =>
  test(says, () => {
    fc.assert(
      fc.property(history, (steps) => {
        const turns = turnsIn(steps);
        turns.forEach((turn, index) => turn.events.length > 0 && holds(turn, turns.slice(0, index + 1)));
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

const named = <Type extends PooledBudgetEvent['type']>(events: readonly PooledBudgetEvent[], type: Type) =>
  events.filter((event): event is Extract<PooledBudgetEvent, { type: Type }> => event.type === type);

/** Says so only where it fails: an expectation for each of a million sums would take minutes. */
const same = (seen: number, wanted: number): void => {
  if (seen !== wanted) expect(seen).toBe(wanted);
};
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const facts = (turns: readonly Turn[]): readonly PooledBudgetEvent[] => turns.flatMap(({ events }) => events);

/** What is promised in a year, told from the requests and buy-outs one by one. */
const promisedIn = (budget: OpenedBudget, year: number): number =>
  sum([
    ...valuesOf(budget.requests).map(({ money, year: its }) => (money.phase === 'reserved' && its === year ? money.left : 0)),
    ...valuesOf(budget.buyOuts).map(({ left, year: its }) => (its === year ? left : 0)),
  ]);

/** What was paid in a year, told from the events one by one. */
const paidIn = (events: readonly PooledBudgetEvent[], year: number): number =>
  sum(
    events.map((event) => {
      if (event.type === 'PaymentRecorded' || event.type === 'BuyOutPaidFromPool') return event.data.year === year ? event.data.amount : 0;
      return event.type === 'RefundRecorded' && event.data.year === year ? -event.data.amount : 0;
    }),
  );

always('an open year never promises what it has not, and a closed one has nothing left', ({ after }, sofar) => {
  for (const year of yearsOf(after)) {
    const totals = yearTotals(after, year);
    same(totals.paid, paidIn(facts(sofar), year));
    same(totals.reserved, promisedIn(pot(after), year));
    same(Math.min(0, totals.available), 0);
    if (year > pot(after).closedThrough) same(totals.contributed - totals.paid - totals.reserved, totals.available);
    else same(totals.reserved + totals.available, 0);
  }
});

always('no household gets more than its ceiling', ({ after }) => {
  for (const trajectory of [TRAJECTORY, OTHER_TRAJECTORY, idOf(102)]) {
    const { paid, reserved, ceiling } = householdSpend(after, trajectory);
    same(Math.max(ceiling, paid + reserved), ceiling);
    const requests = valuesOf(pot(after).requests).filter(({ trajectoryId }) => trajectoryId === trajectory);
    same(reserved, sum(requests.map(({ money }) => (money.phase === 'reserved' ? money.left : 0))));
  }
});

always('only an approval reserves: what waits, or went back with a question, promises nothing', ({ after }, sofar) => {
  const approved = new Set(named(facts(sofar), 'SpendingApproved').map(({ data: { requestId } }) => requestId));
  for (const { requestId, money } of valuesOf(pot(after).requests)) if (!approved.has(requestId)) same(money.phase === 'none' ? 0 : 1, 0);
});

always('each law knows its part of every payment and refund, to the cent', ({ events }) => {
  for (const { data } of events)
    if ('attribution' in data) {
      same(totalOf(data.attribution), data.amount);
      same(Math.min(0, ...Object.values(data.attribution)), 0);
    }
});

always('what the laws owe each other is zero, in every year at every moment', ({ after }) => {
  for (const year of yearsOf(after)) {
    const { domains, quarters } = statementOf(after, year);
    same(sum(domains.map(({ owes }) => owes)), 0);
    same(sum(quarters.map(({ attributed }) => totalOf(attributed))), yearTotals(after, year).paid);
  }
});

always('the quarters add up to the year, law by law', ({ after }) => {
  for (const year of yearsOf(after)) {
    const { domains, quarters } = statementOf(after, year);
    for (const { domain, contributed, attributed } of domains) {
      same(sum(quarters.map((quarter) => quarter.contributed[domain])), contributed);
      same(sum(quarters.map((quarter) => quarter.attributed[domain])), attributed);
    }
  }
});

always('the flow of a year loses nothing on its way', ({ after }) => {
  for (const year of yearsOf(after)) {
    const flow = spendingFlow(after, year);
    const through = (side: 'from' | 'to') => sum(flow.filter((link) => link[side].kind === 'life-area').map(({ amount }) => amount));
    same(through('from'), through('to'));
  }
});

always('closing a year moves every promise with its money, and changes no other year', ({ before, events, after }) => {
  for (const { data } of named(events, 'YearClosed')) {
    const [was, is] = [pot(before), pot(after)];
    expect(data.reserved).toBe(promisedIn(was, data.year));
    expect(promisedIn(is, data.year)).toBe(0);
    expect(promisedIn(is, data.year + 1)).toBe(promisedIn(was, data.year) + promisedIn(was, data.year + 1));
    expect(totalOf(data.over) + totalOf(data.back)).toBe(data.reserved + yearTotals(before, data.year).available);
    const carried = data.remainder === 'carry-over' ? yearTotals(before, data.year).available : 0;
    expect(yearTotals(after, data.year + 1).available).toBe(yearTotals(before, data.year + 1).available + carried);
    for (const { money, year } of valuesOf(is.requests)) if (money.phase === 'reserved' && money.left > 0) expect(year).not.toBe(data.year);
  }
});

always('a closed year never changes', ({ before, after }) => {
  if (before.phase === 'none') return;
  for (const year of yearsOf(before)) if (year <= before.closedThrough) expect(pot(after).years[year]).toEqual(before.years[year]);
});

always('nobody approves an own request, nor twice, and all who must have done so', ({ events }, sofar) => {
  for (const { data } of named(events, 'SpendingApproved').filter(({ data: { by } }) => by === 'approvers')) {
    const about = facts(sofar).filter((event) => 'requestId' in event.data && event.data.requestId === data.requestId);
    const asked = named(about, 'SpendingRequested')[0]?.data;
    const lastReturn = about.findLastIndex(({ type }) => type === 'SpendingReturned');
    const approvers = named(about.slice(lastReturn + 1), 'ApprovalGiven').map(({ data: { approvedBy } }) => approvedBy);
    expect(approvers).not.toContain(asked?.requestedBy);
    expect(new Set(approvers).size).toBe(approvers.length);
    expect(approvers.length).toBe((asked?.amount ?? 0) > 300 ? 2 : 1);
  }
});

always('a mandate never stretches: not its amount, its days, its laws, nor past its end', ({ step: [on, as], events }, sofar) => {
  for (const { data } of named(events, 'SpendingApproved').filter(({ data: { by } }) => by !== 'approvers')) {
    const asked = named(events, 'SpendingRequested')[0]?.data;
    const revokedIn = ({ events: then }: Turn) => named(then, 'MandateRevoked').some(({ data: { coachId } }) => coachId === as);
    const grants = named(facts(sofar.slice(sofar.findLastIndex(revokedIn) + 1)), 'MandateGranted').filter(({ data: grant }) => grant.coachId === as && grant.from <= on && (grant.until === undefined || on <= grant.until));
    const upTo = grants.map(({ data: grant }) => (data.by === 'mandate' ? grant.perRequest : (grant.emergency?.upTo ?? 0)));
    expect(Math.max(0, ...upTo)).toBeGreaterThanOrEqual(asked?.amount ?? 0);
    const last = grants.at(-1)?.data;
    const touched = asked?.split ? Object.keys(asked.split) : ['jeugd', 'wmo', 'participatiewet', 'schuldhulp'];
    if (last?.domains) for (const law of touched) expect(last.domains).toContain(law);
    expect(data.reserved).toBe(asked?.amount);
  }
});

const newFactsEachTime = ['Contribute', 'WithdrawContribution'];

always('what is sent twice is written once', ({ step, events, after }) => {
  if (newFactsEachTime.includes(step[2].type)) return;
  expect(events).not.toEqual([]);
  const again = decideAs(after, step);
  expect(isRefused(again) ? [] : again.accepted).toEqual([]);
});

always('every event passes its own schema', ({ events }) => {
  for (const { type, data } of events) expect(pooledBudgetEvents[type].schema.parse(data)).toEqual(data);
});

test('the state is plain JSON', () => {
  fc.assert(
    fc.property(history, (wishes) => {
      const last = turnsIn(wishes).at(-1)?.after;
      expect(JSON.parse(JSON.stringify(last))).toEqual(last);
    }),
    { numRuns: RUNS },
  );
}, 120_000);
