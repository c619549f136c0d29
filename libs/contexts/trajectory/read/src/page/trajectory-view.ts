import type { BusinessDate } from '@perspectief/kernel';
import type { Law } from '@perspectief/law';
import { clocksOf, debtSums, type DebtSums, type OpenedTrajectory, type TrajectoryClock, type TrajectoryState } from '@perspectief/trajectory-domain';
import { buyOutViews, type BuyOutView } from './view/buy-outs.js';
import { freezeViews, type FreezeView } from './view/freezes.js';
import { lifeAreaViews, type LifeAreaView } from './view/life-areas.js';
import { planView, type PlanView } from './view/plan.js';
import { summaryOf, type Summary } from './view/summary.js';
import { tandemView, type TandemView } from './view/tandem.js';

/** The page of one trajectory, amounts in whole cents. Plain JSON. */
export interface TrajectoryView extends Summary {
  /** The day that the page is of: today, or the day that was asked for. */
  readonly day: BusinessDate;
  readonly coaches: OpenedTrajectory['intake']['coaches'];
  readonly applications: OpenedTrajectory['intake']['applications'];
  readonly conversations: OpenedTrajectory['intake']['conversations'];
  readonly tandem: TandemView;
  readonly plan: PlanView;
  readonly needs: OpenedTrajectory['plan']['needs'];
  readonly stories: OpenedTrajectory['story']['stories'];
  readonly lifeAreas: readonly LifeAreaView[];
  readonly debts: OpenedTrajectory['debts']['debts'];
  readonly debtSums: DebtSums;
  readonly inventory: OpenedTrajectory['debts']['inventory'];
  readonly arrangement: OpenedTrajectory['debts']['arrangement'];
  readonly protectedAmount: OpenedTrajectory['debts']['protectedAmount'];
  readonly freezes: readonly FreezeView[];
  readonly threats: OpenedTrajectory['crisisFreeze']['threats'];
  readonly safetyTasks: OpenedTrajectory['crisisFreeze']['safetyTasks'];
  readonly buyOuts: readonly BuyOutView[];
  readonly incentives: OpenedTrajectory['debtBuyOut']['incentives'];
  readonly aftercare: OpenedTrajectory['aftercare'];
  readonly bottlenecks: OpenedTrajectory['learning']['bottlenecks'];
  readonly clocks: readonly TrajectoryClock[];
}

const tracksOf = ({ intake, plan, story, debts, crisisFreeze, debtBuyOut, aftercare, learning }: OpenedTrajectory) => ({
  coaches: intake.coaches,
  applications: intake.applications,
  conversations: intake.conversations,
  needs: plan.needs,
  stories: story.stories,
  debts: debts.debts,
  inventory: debts.inventory,
  arrangement: debts.arrangement,
  protectedAmount: debts.protectedAmount,
  threats: crisisFreeze.threats,
  safetyTasks: crisisFreeze.safetyTasks,
  incentives: debtBuyOut.incentives,
  aftercare,
  bottlenecks: learning.bottlenecks,
});

/** One function for the page of now and of any other day; undefined where the trajectory was not open yet. */
export const trajectoryView = (page: TrajectoryState, day: BusinessDate, law: Law): TrajectoryView | undefined =>
  page.phase === 'none'
    ? undefined
    : {
        ...summaryOf(page),
        day,
        ...tracksOf(page),
        tandem: tandemView(page),
        plan: planView(page),
        lifeAreas: lifeAreaViews(page),
        debtSums: debtSums(page),
        freezes: freezeViews(page, day),
        buyOuts: buyOutViews(page),
        clocks: clocksOf(page, day, law),
      };
