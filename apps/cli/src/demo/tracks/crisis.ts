import { addDays, addMonths, type BusinessDate, type Uuid } from '@perspectief/kernel';
import { LEFT_LYING, OPEN_SAFETY_TASK, type History } from '../history.js';
import { bottlenecks } from '../words.js';
import { checkCurrentCosts } from './current-costs.js';

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

/** The court grants calm; the threat is averted while it lasts, and the court hears how it went. */
export const grantedFreeze = (h: History, on: BusinessDate): void => {
  const threatId = threaten(h, on);
  const freezeId = askCourt(h, h.later(on, 2, 5), threatId);
  const from = h.later(on, 9, 12);
  h.does(from, 'counsellor', 'GrantFreeze', { freezeId, from, until: addMonths(from, 6), conditions: ['current-rent'] });
  const lifted = h.later(addMonths(from, h.roll.between(2, 4)), 5, 20);
  checkCurrentCosts(h, freezeId, from, lifted);
  h.does(lifted, 'coach', 'CloseThreat', { threatId, how: 'averted' });
  h.does(lifted, 'counsellor', 'LiftFreeze', { freezeId, reason: 'dreiging voorbij' });
  const reported = h.later(lifted, 1, 12);
  if (!h.slips(reported, 0.4)) h.does(reported, 'counsellor', 'ReportToCourt', { freezeId });
};

/** Granted, and then the current rent is not paid: a breach for the worklist. Answers the day on which it is given up; none where it runs out. */
export const brokenFreeze = (h: History, on: BusinessDate): BusinessDate | undefined => {
  const threatId = threaten(h, on, 'eviction');
  const freezeId = askCourt(h, h.later(on, 2, 5), threatId);
  const from = h.later(on, 9, 12);
  h.does(from, 'counsellor', 'GrantFreeze', { freezeId, from, until: addMonths(from, 6), conditions: ['current-rent'] });
  const broken = h.later(from, 62, 75);
  h.does(broken, 'coach', 'ReportBreach', { freezeId, what: h.roll.pick(['current-costs-unpaid', 'new-debt'] as const) });
  const over = h.later(broken, 20, 60);
  h.does(over, 'coach', 'CloseThreat', { threatId, how: h.roll.pick(['averted', 'carried-out'] as const) });
  // One that ran out long ago was taken up by somebody.
  const runsOut = h.roll.chance(0.3) && addMonths(from, 6) > addDays(h.today, -LEFT_LYING);
  checkCurrentCosts(h, freezeId, from, runsOut ? addMonths(from, 6) : over);
  if (runsOut) return undefined;
  h.does(over, 'counsellor', 'LiftFreeze', { freezeId, reason: 'voorwaarden geschonden' });
  const reported = h.later(over, 1, 12);
  if (!h.slips(reported, 0.4)) h.does(reported, 'counsellor', 'ReportToCourt', { freezeId });
  return over;
};

/** Denied: safety is looked at the same day, and mostly the threat is carried out. */
export const deniedFreeze = (h: History, on: BusinessDate): void => {
  const threatId = threaten(h, on, 'eviction');
  const freezeId = h.id();
  h.does(h.later(on, 3, 6), 'counsellor', 'RequestFreeze', { freezeId, threatId, instrument: 'narrow-moratorium', debts: [], evidence: ['judgment'] });
  const denied = h.later(on, 11, 14);
  h.does(denied, 'counsellor', 'DenyFreeze', { freezeId, grounds: ['current-rent-unpaid', 'no-budget-management'] });
  const safe = h.later(denied, 1, 3);
  if (!h.slips(safe, 0.4)) h.does(safe, 'coach', 'CloseSafetyTask', { taskId: OPEN_SAFETY_TASK, result: 'plek in de gezinsopvang' });
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
  const lifted = h.later(from, 120, 160);
  checkCurrentCosts(h, freezeId, from, lifted);
  h.does(lifted, 'counsellor', 'LiftFreeze', { freezeId, reason: 'regeling rond' });
  h.does(h.later(lifted, 1, 12), 'counsellor', 'ReportToCourt', { freezeId });
};
