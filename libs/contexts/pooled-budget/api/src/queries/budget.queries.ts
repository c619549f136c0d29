import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { cursorOf, faultOutside, momentsIn, notFound, pageInfo, withinOf, type EdgeContext } from '@perspectief/edge';
import { schemes } from '@perspectief/pooled-budget-domain';
import { PooledBudgets } from '@perspectief/pooled-budget-read';
import { ReadGate } from '@perspectief/runtime';
import { HouseholdSpendResult, MandatesResult, PooledBudgetResult, PooledBudgetsResult, SpendingFlowResult, YearStatementResult } from './answers.js';
import { HouseholdSpendArgs, PotArgs, PotsArgs, YearArgs } from './arguments.js';
import { faultInPage, hindrance, idAt } from './reading.js';
import { mandatesTold, statementTold } from './told.js';

/** Pots, their accounts, and what households got from them. */
@Resolver()
export class BudgetQueries {
  constructor(
    private readonly budgets: PooledBudgets,
    private readonly gate: ReadGate,
  ) {}

  @Query(() => PooledBudgetResult, { name: 'pooledBudget' })
  async pooledBudget(@Args() args: PotArgs, @Context() context: EdgeContext): Promise<object> {
    return this.ofPot(args, context, () => this.budgets.pooledBudget(args.budgetId, momentsIn(args)));
  }

  @Query(() => PooledBudgetsResult, { name: 'pooledBudgets' })
  async pooledBudgets(@Args() args: PotsArgs, @Context() context: EdgeContext): Promise<object> {
    const { area, scheme, first, cursor } = args;
    const fault =
      (await hindrance(this.gate, context, args, {})) ?? faultInPage(args, idAt, 1) ?? faultOutside('scheme', scheme == null ? null : [scheme], schemes);
    if (fault) return fault;
    const known = schemes.find((one) => one === scheme);
    const question = { within: withinOf(context), area: area ?? undefined, scheme: known, first, cursor: idAt(cursor) };
    const { items, hasNext } = await this.budgets.pooledBudgets(question, momentsIn(args));
    const last = items.at(-1);
    return { edges: items.map((node) => ({ node, cursor: cursorOf([node.id]) })), pageInfo: pageInfo(last && [last.id], hasNext) };
  }

  @Query(() => MandatesResult, { name: 'mandates' })
  async mandates(@Args() args: PotArgs, @Context() context: EdgeContext): Promise<object> {
    return this.ofPot(args, context, async () => {
      const mandates = await this.budgets.mandates(args.budgetId, momentsIn(args));
      return mandates && { mandates: mandatesTold(mandates) };
    });
  }

  @Query(() => YearStatementResult, { name: 'yearStatement' })
  async yearStatement(@Args() args: YearArgs, @Context() context: EdgeContext): Promise<object> {
    return this.ofPot(args, context, async () => {
      const statement = await this.budgets.yearStatement(args.budgetId, args.year, momentsIn(args));
      return statement && statementTold(statement);
    });
  }

  @Query(() => SpendingFlowResult, { name: 'spendingFlow' })
  async spendingFlow(@Args() args: YearArgs, @Context() context: EdgeContext): Promise<object> {
    return this.ofPot(args, context, async () => {
      const links = await this.budgets.spendingFlow(args.budgetId, args.year, momentsIn(args));
      return links && { links };
    });
  }

  @Query(() => HouseholdSpendResult, { name: 'householdSpend' })
  async householdSpend(@Args() args: HouseholdSpendArgs, @Context() context: EdgeContext): Promise<object> {
    const { trajectoryId, budgetId } = args;
    const fault = await hindrance(this.gate, context, args, { trajectoryId, budgetId });
    if (fault) return fault;
    const pots = await this.budgets.householdSpend(trajectoryId, budgetId ?? undefined, momentsIn(args));
    return budgetId != null && pots.length === 0 ? notFound('UNKNOWN_BUDGET') : { pots };
  }

  private async ofPot(args: PotArgs, context: EdgeContext, answer: () => Promise<object | undefined>): Promise<object> {
    return (await hindrance(this.gate, context, args, { budgetId: args.budgetId })) ?? (await answer()) ?? notFound('UNKNOWN_BUDGET');
  }
}
