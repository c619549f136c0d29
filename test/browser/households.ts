import { randomUUID } from 'node:crypto';
import { ask, send } from './service.js';

export const COACH = 'coach-beijum-1';
export const COLLEAGUE = 'coach-beijum-2';
export const HOLDER = 'holder-beijum-1';
export const OTHER_HOLDER = 'holder-beijum-2';
export const EXPERT = 'expert-beijum-1';
export const COUNSELLOR = 'counsellor-beijum-1';
export const RESIDENT = 'resident-beijum-1';

export interface Made {
  readonly householdId: string;
  readonly trajectoryId: string;
  /** Its name is its own, so that a test finds it among the others. */
  readonly name: string;
}

/** A household of one test alone: registered, opened, and coached by COACH. */
export const newHousehold = async (): Promise<Made> => {
  const [householdId, trajectoryId] = [randomUUID(), randomUUID()];
  const name = `Gezin ${householdId.slice(0, 8)}`;
  await send(COACH, 'RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name, address: 'Proefstraat 1, Groningen' });
  await send(COACH, 'AddMember', { householdId, memberId: randomUUID(), role: 'adult', name: 'Ouder P', birthDate: '1990-02-03', from: '2026-01-05' });
  await send(COACH, 'OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' });
  await send(COACH, 'AssignCoach', { trajectoryId, coachId: COACH });
  return { householdId, trajectoryId, name };
};

export const owes = async ({ trajectoryId }: Made, creditor = 'Verhuurder De Huizen', claim = '2450.00'): Promise<string> => {
  const debtId = randomUUID();
  await send(COACH, 'RegisterDebt', { trajectoryId, debtId, creditor, claim, kind: 'housing', rank: 'concurrent', treatment: 'included' });
  return debtId;
};

/** The demo's pot of Beijum. */
export const potOfBeijum = async (): Promise<string> => {
  const { pots } = await ask<{ pots: { edges: { node: { id: string; name: string } }[] } }>(
    HOLDER, '{ pots: pooledBudgets(area: "beijum") { ... on PooledBudgetConnection { edges { node { id name } } } } }');
  const pot = pots.edges.find(({ node }) => node.name === 'Doorbraakbudget Beijum');
  if (!pot) throw new Error('the demo has no pot of Beijum');
  return pot.node.id;
};

/** Money that a coach without that much mandate asks for; it waits for a holder. */
export const asks = async ({ trajectoryId }: Made, purpose: string, amount = '321.00'): Promise<{ readonly budgetId: string; readonly requestId: string }> => {
  const [budgetId, requestId] = [await potOfBeijum(), randomUUID()];
  await send(COACH, 'RequestSpending', {
    budgetId, requestId, trajectoryId, amount, purpose, payee: 'Winkel', lifeArea: 'daily-life',
    legitimate: 'Past bij de Wmo', committed: 'Het gezin vroeg er zelf om', returns: 'Minder kosten straks', regularRouteRuledOut: 'Duurt te lang',
  });
  return { budgetId, requestId };
};
