import type { BusinessDate, Cents } from '@perspectief/kernel';
import type { OpenedTrajectory } from '@perspectief/trajectory-domain';

type BuyOut = OpenedTrajectory['debtBuyOut']['buyOuts'][number];
type Agreed = Exclude<BuyOut['repayment'], { phase: 'none' }>;

/** Money in cents, or work in minutes: one of the two. */
export interface InstalmentView {
  readonly number: number;
  readonly dueOn: BusinessDate;
  readonly phase: Agreed['instalments'][number]['phase'];
  readonly amount?: Cents;
  readonly amountReceived?: Cents;
  readonly minutes?: number;
  readonly minutesReceived?: number;
}

export type RepaymentView =
  | { readonly phase: 'none'; readonly instalments: readonly InstalmentView[] }
  | (Omit<Agreed, 'instalments'> & { readonly instalments: readonly InstalmentView[] });

export type BuyOutView = Omit<BuyOut, 'repayment'> & { readonly repayment: RepaymentView };

const instalmentView = ({ number, dueOn, phase, share, received }: Agreed['instalments'][number], form: Agreed['form']): InstalmentView => ({
  ...{ number, dueOn, phase },
  ...(form === 'money' ? { amount: share, amountReceived: received } : { minutes: share, minutesReceived: received }),
});

const repaymentView = (repayment: BuyOut['repayment']): RepaymentView =>
  repayment.phase === 'none'
    ? { phase: 'none', instalments: [] }
    : { ...repayment, instalments: repayment.instalments.map((one) => instalmentView(one, repayment.form)) };

export const buyOutViews = ({ debtBuyOut }: OpenedTrajectory): readonly BuyOutView[] =>
  debtBuyOut.buyOuts.map((buyOut) => ({ ...buyOut, repayment: repaymentView(buyOut.repayment) }));
