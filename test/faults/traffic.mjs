import { deriveId } from '@perspectief/kernel';
import { householdOf } from '../../apps/cli/dist/demo/household.js';
import { coachesIn, enrolStaff, holdersIn } from '../../apps/cli/dist/demo/people.js';
import { rollOf } from '../../apps/cli/dist/demo/roll.js';

/** The day on which all of this happens, whatever the day is. */
export const TODAY = '2026-03-02';
export const STARTS_AT = `${TODAY}T12:00:00.000Z`;
const AT = `${TODAY}T10:00:00`;

const POTS = 2;
const potOf = (seed, n) => deriveId('faults', seed, 'pot', n);
const holder = { id: holdersIn()[0], role: 'budget-holder' };
const reasons = { purpose: 'Boodschappen', payee: 'markt', lifeArea: 'daily-life', legitimate: 'ja', committed: 'ja', returns: 'ja', regularRouteRuledOut: 'ja' };

export const potsOf = (seed) => Array.from({ length: POTS }, (_, n) => potOf(seed, n));

/** What must be there before anybody begins: people, and pots with too little in them. */
export const prepare = async (platform, seed) => {
  await enrolStaff(platform.directory);
  const does = async (name, type, data) => {
    const answer = await platform.path.handle({ type, data, commandId: deriveId('faults', seed, 'prepare', name), happenedOn: AT, actor: holder });
    if ('refused' in answer) throw new Error(`${type}: ${answer.refused.code} ${answer.refused.field ?? ''}`);
    return deriveId('faults', seed, 'prepare', name);
  };
  const sent = [];
  for (const budgetId of potsOf(seed)) {
    sent.push(await does(`${budgetId} open`, 'OpenBudget', { budgetId, name: 'pot', scheme: 'doorbraak', area: 'beijum', householdCeiling: '50000.00' }));
    sent.push(await does(`${budgetId} money`, 'Contribute', { budgetId, year: 2026, domain: 'wmo', amount: '1000.00' }));
    const mandate = (coachId) => does(`${budgetId} ${coachId}`, 'GrantMandate', { budgetId, coachId, perRequest: '500.00', from: '2022-01-01' });
    sent.push(...(await Promise.all(coachesIn().map(mandate))));
  }
  return sent;
};

/** Everybody asks the same few pots, so that they race. */
const spendingOf = (seed, roll, name, trajectoryId, coach) => {
  const budgetId = potOf(seed, roll.between(0, POTS - 1));
  const id = (word) => deriveId('faults', seed, name, word);
  const amount = `${roll.between(20, 180)}.00`;
  const requestId = id('request');
  const step = (as, type, data) => ({ as, do: type, with: { budgetId, ...data }, at: AT });
  const steps = [
    step(coach, 'RequestSpending', { requestId, trajectoryId, amount, duplicateConfirmed: true, ...reasons }),
    step(holder, 'RecordPayment', { requestId, paymentId: id('payment'), amount, deliveredOn: TODAY }),
  ];
  if (roll.chance(0.2)) steps.push(step(holder, 'RecordRefund', { requestId, paymentId: id('payment'), refundId: id('refund'), amount: '5.00' }));
  if (roll.chance(0.3)) steps.push(step(holder, 'Contribute', { year: 2026, domain: roll.pick(['wmo', 'jeugd', 'participatie']), amount: `${roll.between(50, 200)}.00` }));
  if (roll.chance(0.1)) steps.push(step(holder, 'WithdrawContribution', { year: 2026, domain: 'wmo', amount: '50.00' }));
  return steps;
};

/** A pot pays for buy-outs too: then trajectory and pot talk to each other by policies. */
const fromPot = (seed, roll, step) =>
  step.do === 'RequestFunding' ? { ...step, with: { ...step.with, from: 'pooled-budget', budgetId: potOf(seed, roll.between(0, POTS - 1)) } } : step;

/** Policies answer to these: households in which they come are taken first. */
const CALLING = new Set(['DenyFreeze', 'RequestFunding', 'CompleteAftercare', 'StopTrajectory']);

/** Commands of one household after the other, without end; all of it follows from the seed and the number of the client. */
export function* trafficOf(seed, client, clients) {
  for (let n = client; ; n += clients) {
    const roll = rollOf(seed, 1_000_000 + n);
    const { steps } = householdOf(seed, n, TODAY);
    if (!steps.some((step) => CALLING.has(step.do)) && roll.chance(0.7)) continue;
    let spent = 0;
    let trajectoryId;
    for (const step of steps) {
      const all = [{ ...fromPot(seed, roll, step), at: `${step.on}T10:00:00` }];
      trajectoryId ??= step.do === 'OpenTrajectory' ? step.with.trajectoryId : undefined;
      if (trajectoryId && roll.chance(0.12)) all.push(...spendingOf(seed, roll, `${n} ${(spent += 1)}`, trajectoryId, steps[0].as));
      for (const [index, { as, do: type, with: data, at }] of all.entries())
        yield { type, data, actor: as, happenedOn: at, commandId: deriveId('faults', seed, n, type, JSON.stringify(data), at, index) };
    }
  }
}
