import { dayOf, dayOfCommand, inTheFuture, unless, type CommandMeta } from '@perspectief/kernel';
import type { LawOfDay } from '@perspectief/law';
import type { BudgetDecision, EventNamed } from '../concern.js';
import type { PooledBudgetContext } from '../context.js';
import type { OpenedBudget, Tier } from '../state.js';
import type { OpeningCommand } from './commands.js';

const policyTiers = (law: LawOfDay): readonly Tier[] => [{ above: law.value('two-approvers-above'), approvers: 2 }];

export const decideOpening = (
  { budgetId, name, scheme, area, householdCeiling, tiers }: OpeningCommand['data'],
  exists: boolean,
  meta: CommandMeta,
  context: PooledBudgetContext,
): BudgetDecision =>
  unless(
    [
      exists && { code: 'BUDGET_EXISTS', field: 'budgetId' },
      inTheFuture(meta) && { code: 'IN_THE_FUTURE', field: 'happenedOn' },
    ],
    () => {
      const law = context.law(dayOfCommand(meta));
      return [
        {
          type: 'BudgetOpened',
          data: {
            budgetId,
            name,
            scheme,
            area,
            householdCeiling: householdCeiling ?? law.value('household-ceiling'),
            tiers: [...(tiers ?? policyTiers(law))],
          },
        },
      ];
    },
  );

export const opened = ({ data, happenedOn, municipality }: EventNamed<'BudgetOpened'>): OpenedBudget => ({
  phase: 'open',
  id: data.budgetId,
  name: data.name,
  scheme: data.scheme,
  municipality,
  area: data.area,
  openedOn: dayOf(happenedOn),
  householdCeiling: data.householdCeiling,
  tiers: data.tiers,
  years: {},
  closedThrough: 0,
  mandates: {},
  requests: {},
  emergencies: [],
  payments: {},
  refunds: {},
  households: {},
  buyOuts: {},
});
