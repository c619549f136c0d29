import { addMonths, type BusinessDate, type Uuid } from '@perspectief/kernel';
import { OPEN_SAFETY_TASK, type History } from '../history.js';
import { bottlenecks } from '../words.js';

const THREATS = ['eviction', 'eviction', 'energy-cutoff', 'water-cutoff', 'health-insurance-ending'] as const;

export const threaten = (h: History, on: BusinessDate, threat: (typeof THREATS)[number] = h.roll.pick(THREATS)): Uuid => {
  const threatId = h.id();
  h.does(on, 'coach', 'ReportThreat', { threatId, threat, threatensOn: h.later(on, 12, 25) });
  return threatId;
};

const askCourt = (h: History, on: BusinessDate, threatId: Uuid): Uuid => {
  const freezeId = h.id();
  const evidence = ['judgment', 'debt-list', 'budget'];
  h.does(on, 'counsellor', 'RequestFreeze', { freezeId, threatId, instrument: 'narrow-moratorium', debts: [], evidence });
  if (h.roll.chance(0.6)) h.does(h.later(on, 1, 2), 'counsellor', 'RecordInterimOrder', { freezeId });
  return freezeId;
};

const monthsOfCurrentCosts = (h: History, freezeId: Uuid, from: BusinessDate, months: number): void => {
  for (let month = 1; month <= months; month += 1) {
    const paid = addMonths(from, month);
    h.does(paid, 'coach', 'ConfirmCurrentCostsPaid', { freezeId, month: paid.slice(0, 7) });
  }
};

/** The court grants calm; the threat is averted while it lasts, and the court hears how it went. */
export const grantedFreeze = (h: History, on: BusinessDate): void => {
  const threatId = threaten(h, on);
  const freezeId = askCourt(h, h.later(on, 2, 5), threatId);
  const from = h.later(on, 9, 12);
  h.does(from, 'counsellor', 'GrantFreeze', { freezeId, from, until: addMonths(from, 6), conditions: ['current-rent'] });
  const months = h.roll.between(2, 4);
  monthsOfCurrentCosts(h, freezeId, from, months);
  const lifted = h.later(addMonths(from, months), 5, 20);
  h.does(lifted, 'coach', 'CloseThreat', { threatId, how: 'averted' });
  h.does(lifted, 'counsellor', 'LiftFreeze', { freezeId, reason: 'dreiging voorbij' });
  if (h.roll.chance(0.8)) h.does(h.later(lifted, 1, 12), 'counsellor', 'ReportToCourt', { freezeId });
};

/** Granted, and then the current rent is not paid: a breach for the worklist. It is given up, or runs out. */
export const brokenFreeze = (h: History, on: BusinessDate): void => {
  const threatId = threaten(h, on, 'eviction');
  const freezeId = askCourt(h, h.later(on, 2, 5), threatId);
  const from = h.later(on, 9, 12);
  h.does(from, 'counsellor', 'GrantFreeze', { freezeId, from, until: addMonths(from, 6), conditions: ['current-rent'] });
  monthsOfCurrentCosts(h, freezeId, from, 1);
  const broken = h.later(from, 62, 75);
  h.does(broken, 'coach', 'ReportBreach', { freezeId, what: h.roll.pick(['current-costs-unpaid', 'new-debt'] as const) });
  const over = h.later(broken, 20, 60);
  h.does(over, 'coach', 'CloseThreat', { threatId, how: h.roll.pick(['averted', 'carried-out'] as const) });
  if (h.roll.chance(0.3)) return;
  h.does(over, 'counsellor', 'LiftFreeze', { freezeId, reason: 'voorwaarden geschonden' });
  if (h.roll.chance(0.8)) h.does(h.later(over, 1, 12), 'counsellor', 'ReportToCourt', { freezeId });
};

/** Denied: safety is looked at the same day, and mostly the threat is carried out. */
export const deniedFreeze = (h: History, on: BusinessDate): void => {
  const threatId = threaten(h, on, 'eviction');
  const freezeId = h.id();
  h.does(h.later(on, 3, 6), 'counsellor', 'RequestFreeze', { freezeId, threatId, instrument: 'narrow-moratorium', debts: [], evidence: ['judgment'] });
  const denied = h.later(on, 11, 14);
  h.does(denied, 'counsellor', 'DenyFreeze', { freezeId, grounds: ['current-rent-unpaid', 'no-budget-management'] });
  if (h.roll.chance(0.85)) h.does(h.later(denied, 1, 3), 'coach', 'CloseSafetyTask', { taskId: OPEN_SAFETY_TASK, result: 'plek in de gezinsopvang' });
  const how = h.roll.chance(0.7) ? 'carried-out' : 'averted';
  h.does(h.later(denied, 1, 12), 'coach', 'CloseThreat', { threatId, how });
  if (h.roll.chance(0.5)) h.does(h.later(denied, 1, 20), 'coach', 'ReportBottleneck', { bottleneckId: h.id(), ...h.roll.pick(bottlenecks) });
};

/** Calm against every creditor, asked by the municipality. */
export const broadFreeze = (h: History, on: BusinessDate): void => {
  const freezeId = h.id();
  const evidence = ['admitted', 'duties-met', 'lighter-means-tried', 'budget-management', 'fixed-costs-payable', 'creditors-informed'];
  h.does(on, 'counsellor', 'RequestFreeze', { freezeId, instrument: 'broad-moratorium', debts: [], evidence });
  const from = h.later(on, 12, 30);
  h.does(from, 'counsellor', 'GrantFreeze', { freezeId, from, until: addMonths(from, 6), conditions: ['budget-management'] });
  h.does(h.later(from, 120, 160), 'counsellor', 'LiftFreeze', { freezeId, reason: 'regeling rond' });
};
