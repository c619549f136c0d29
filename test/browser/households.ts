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
export const newHousehold = async ({ address = 'Proefstraat 1, Groningen' }: { readonly address?: string } = {}): Promise<Made> => {
  const [householdId, trajectoryId] = [randomUUID(), randomUUID()];
  const name = `Gezin ${householdId.slice(0, 8)}`;
  await send(COACH, 'RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name, address });
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

/** EXPERT walks along with the household; answers how to stop, because nobody walks along with everybody. */
export const inTandem = async ({ trajectoryId }: Made): Promise<() => Promise<string>> => {
  await send(COACH, 'ProposeTandem', { trajectoryId, tandemId: randomUUID(), coachId: COACH, expertId: EXPERT });
  await send(COACH, 'AcceptTandem', { trajectoryId });
  return () => send(COACH, 'EndTandem', { trajectoryId, reason: 'De test is klaar' });
};

/** A pot with money of this year, from which COACH may decide nothing alone. */
export const newPot = async (name = 'Proefpot Beijum'): Promise<string> => {
  const budgetId = randomUUID();
  await send(HOLDER, 'OpenBudget', { budgetId, name, scheme: 'doorbraak', area: 'beijum', tiers: [{ above: '500.00', approvers: 2 }] });
  for (const domain of ['jeugd', 'wmo']) await send(HOLDER, 'Contribute', { budgetId, year: new Date().getFullYear(), domain, amount: '4000.00' });
  await send(HOLDER, 'GrantMandate', { budgetId, coachId: COACH, perRequest: '1.00', from: '2026-01-01' });
  return budgetId;
};

/** Money that a coach without that much mandate asks for; it waits for a holder. */
export const asks = async ({ trajectoryId }: Pick<Made, 'trajectoryId'>, purpose: string, amount = '321.00'): Promise<{ readonly budgetId: string; readonly requestId: string }> => {
  const [budgetId, requestId] = [await newPot(), randomUUID()];
  await send(COACH, 'RequestSpending', {
    budgetId, requestId, trajectoryId, amount, purpose, payee: 'Winkel', lifeArea: 'daily-life',
    legitimate: 'Past bij de Wmo', committed: 'Het gezin vroeg er zelf om', returns: 'Minder kosten straks', regularRouteRuledOut: 'Duurt te lang',
  });
  return { budgetId, requestId };
};

interface Own {
  readonly id: string;
  readonly openTrajectoryId: string | null;
}

const own = async (): Promise<Own> => {
  const { households } = await ask<{ households: { edges: { node: Own }[] } }>(RESIDENT, '{ households(first: 1) { ... on HouseholdConnection { edges { node { id openTrajectoryId } } } } }');
  const [edge] = households.edges;
  if (!edge) throw new Error(`${RESIDENT} of the demo has no household`);
  return edge.node;
};

/** The demo household of RESIDENT, which COACH helps; its support begins again where it had ended. */
export const ownPage = async (): Promise<{ readonly householdId: string; readonly trajectoryId: string }> => {
  const { id: householdId, openTrajectoryId } = await own();
  if (openTrajectoryId) return { householdId, trajectoryId: openTrajectoryId };
  const trajectoryId = randomUUID();
  try {
    await send(COACH, 'OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' });
    await send(COACH, 'AssignCoach', { trajectoryId, coachId: COACH });
    return { householdId, trajectoryId };
  } catch (refused) {
    // Another test was first.
    const now = await own();
    if (!now.openTrajectoryId) throw refused;
    return { householdId, trajectoryId: now.openTrajectoryId };
  }
};
