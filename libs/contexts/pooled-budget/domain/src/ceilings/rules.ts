import { minus, plus, type Cents, type Uuid } from '@perspectief/kernel';
import { find, put } from '../keyed.js';
import type { OpenedBudget } from '../state.js';
import { noMoney, type HouseholdMoney } from './state.js';

export const householdOf = (budget: OpenedBudget, trajectoryId: Uuid): HouseholdMoney => find(budget.households, trajectoryId) ?? noMoney;

export const ceilingOf = (budget: OpenedBudget, trajectoryId: Uuid): Cents =>
  plus(budget.householdCeiling, householdOf(budget, trajectoryId).raised);

export const ceilingLeft = (budget: OpenedBudget, trajectoryId: Uuid): Cents => {
  const { paid, reserved } = householdOf(budget, trajectoryId);
  return minus(ceilingOf(budget, trajectoryId), paid, reserved);
};

export const withHousehold = (
  budget: OpenedBudget,
  trajectoryId: Uuid,
  change: (household: HouseholdMoney) => HouseholdMoney,
): OpenedBudget => ({
  ...budget,
  households: put(budget.households, trajectoryId, change(householdOf(budget, trajectoryId))),
});

export const householdReserved = (budget: OpenedBudget, trajectoryId: Uuid, amount: Cents): OpenedBudget =>
  withHousehold(budget, trajectoryId, (household) => ({ ...household, reserved: plus(household.reserved, amount) }));

export const householdPaid = (budget: OpenedBudget, trajectoryId: Uuid, amount: Cents): OpenedBudget =>
  withHousehold(budget, trajectoryId, (household) => ({ ...household, paid: plus(household.paid, amount) }));
