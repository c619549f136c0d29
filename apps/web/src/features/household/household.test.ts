import { describe, expect, test } from 'vitest';
import { isForPage } from './commands-of-page';
import { firstThing } from './first-thing';
import { isClosed, opened, type Trajectory } from './opened';
import { nextSteps } from './parts/next-steps';

const clock = (rule: string, due: string, running = true, daysLeft: number | null = null) => ({ rule, due, running, daysLeft }) as Trajectory['clocks'][number];
const page = (parts: Partial<Trajectory>): Trajectory => ({ status: 'active', day: '2026-03-10', threats: [], freezes: [], clocks: [], ...parts }) as Trajectory;

describe('what comes first', () => {
  const threat = { threatId: 't', threat: 'eviction', phase: 'open', threatensOn: '2026-03-20' } as Trajectory['threats'][number];
  test('a threat goes before any term', () => expect(firstThing(page({ threats: [threat], clocks: [clock('wgs-decision', '2026-03-01')] }))).toMatchObject({ kind: 'threat' }));
  test('a threat that is over presses nobody', () => expect(firstThing(page({ threats: [{ ...threat, phase: 'averted' }] }))).toBeUndefined());
  test('a threat that a freeze holds off presses nobody until that ends', () => {
    const freeze = (state: string) => ({ state, threatId: 't' }) as Trajectory['freezes'][number];
    expect(firstThing(page({ threats: [threat], freezes: [freeze('running')] }))).toBeUndefined();
    expect(firstThing(page({ threats: [threat], freezes: [freeze('expired')] }))).toMatchObject({ kind: 'threat' });
  });
  test('of terms, the one that ended first', () => {
    const clocks = [clock('awb-decision', '2026-03-12', true, 2), clock('wgs-decision', '2026-03-01'), clock('arrangement', '2026-01-01', false)];
    expect(firstThing(page({ clocks }))).toMatchObject({ kind: 'clock', late: true, clock: { rule: 'wgs-decision' } });
  });
  test('a term far away is no alarm, and a closed trajectory has none', () => {
    expect(firstThing(page({ clocks: [clock('awb-decision', '2026-05-01', true, 52)] }))).toBeUndefined();
    expect(firstThing(page({ status: 'closed', clocks: [clock('wgs-decision', '2026-03-01')] }))).toBeUndefined();
  });
});

test('of a closed trajectory, only what it still accepts is offered; its household goes on', () => {
  const offeredOn = (status: Trajectory['status']) => (['correctStory', 'requestSpending', 'recordRepayment', 'openTrajectory', 'moveHousehold'] as const).filter((name) => isForPage(name, { status }));
  expect(offeredOn('closed')).toEqual(['recordRepayment', 'openTrajectory', 'moveHousehold']);
  expect(offeredOn('active')).toHaveLength(5);
});

test('what was left out for this reader is empty, and said to be left out', () => {
  const seen = opened({ closed: [{ part: 'debts', reason: 'not-for-your-task' }], debtSums: null, plan: null } as never);
  expect(seen.plan.goals).toEqual([]);
  expect(seen.debtSums.open).toBe('0');
  expect(isClosed(seen, 'debts')).toBe(true);
  expect(isClosed(seen, 'plan')).toBe(false);
});

describe('what can follow for a buy-out', () => {
  const offer = (phase: string) => ({ answer: { phase, on: null } }) as Trajectory['buyOuts'][number]['offers'][number];
  const at = (rest: object) =>
    nextSteps({ method: 'settlement-credit', outcome: { phase: 'running' }, sending: { phase: 'sent' }, court: { phase: 'none' }, funding: { phase: 'none' }, repayment: { phase: 'agreed' }, offers: [offer('accepted')], ...rest } as never);
  test('first it is sent', () => expect(at({ sending: { phase: 'unsent' }, offers: [offer('awaiting')] })[0]).toBe('sendOffers'));
  test('a refusal opens the way to the court, and not to the money', () => {
    expect(at({ offers: [offer('accepted'), offer('refused')] })).toContain('askForcedSettlement');
    expect(at({ offers: [offer('accepted'), offer('refused')] })).not.toContain('requestFunding');
  });
  test('all agreed: ask for the money, but not for mediation, which needs none', () => {
    expect(at({})[0]).toBe('requestFunding');
    expect(at({ method: 'debt-mediation' })).not.toContain('requestFunding');
  });
  test('a failed one is over', () => expect(at({ outcome: { phase: 'failed' } })).toEqual([]));
});
