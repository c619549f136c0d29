import { unless, type Rule } from '@perspectief/kernel';
import { isPositive } from '../debts/rules.js';
import type { TrajectoryEvent } from '../events.js';
import type { TrajectoryRefusal } from '../refusals.js';
import type { DecideOf, Situation, TrackDecision } from '../track.js';
import type { DebtBuyOutCommand } from './commands.js';
import { allReceived, minutesOf, withReceived } from './instalments.js';
import { allHaveAgreed, isNotStale } from './rules.js';
import { withBuyOut } from './situation.js';
import type { BuyOut, Instalment, Repayment } from './state.js';

type Decide = DecideOf<DebtBuyOutCommand>;
type Objection = Rule<TrajectoryRefusal>;
type Agreed = Exclude<Repayment, { phase: 'none' }>;

interface Part {
  readonly amount?: number;
  readonly hours?: number;
}

/** Money counts in cents and work in minutes; the other one is not looked at. */
const unitsOf = (form: Agreed['form'], { amount, hours }: Part): number | undefined =>
  form === 'money' ? amount : minutesOf(hours);

const fieldOf = (form: Agreed['form'], money: string): string => (form === 'money' ? money : 'hours');

/** Mediation saves for offers that stand; a credit may be signed before its money is there. */
const mayAgree = ({ trajectory }: Situation, buyOut: BuyOut): readonly Objection[] => [
  buyOut.method === 'debt-mediation' && isNotStale(trajectory, buyOut),
  buyOut.method === 'debt-mediation' && allHaveAgreed(buyOut),
  (buyOut.outcome.phase === 'failed' || buyOut.method === 'zero-offer' || buyOut.repayment.phase !== 'none') && {
    code: 'OUT_OF_ORDER',
  },
];

const isNotReceived = (instalment: Instalment | undefined): Objection =>
  instalment?.phase === 'received' && { code: 'REPAYMENT_RECEIVED', field: 'number' };

/** Of a number that was not agreed nothing is due, so any part is too much. */
const fits = (instalment: Instalment | undefined, part: number): Objection => {
  const due = instalment ? instalment.share - instalment.received : 0;
  return part > due && { code: 'EXCEEDS_INSTALMENT', field: 'number', facts: { due } };
};

const withRepayment = (
  situation: Situation,
  asked: { readonly buyOutId?: string },
  decide: (repayment: Agreed, buyOut: BuyOut) => TrackDecision,
): TrackDecision =>
  withBuyOut(situation, asked, (buyOut) =>
    buyOut.repayment.phase === 'none' ? { refused: { code: 'OUT_OF_ORDER' } } : decide(buyOut.repayment, buyOut),
  );

const received = ({ buyOutId }: BuyOut, { form, instalments }: Agreed, number: number, part: number): TrajectoryEvent[] => [
  { type: 'RepaymentReceived', data: { buyOutId, number, ...(form === 'money' ? { amount: part } : { minutes: part }) } },
  ...(allReceived(withReceived(instalments, number, part)) ? [{ type: 'CreditClosed', data: { buyOutId } } as const] : []),
];

export const decideRepaying: Pick<Decide, 'AgreeRepayment' | 'RecordRepayment' | 'MissRepayment'> = {
  AgreeRepayment: ({ form, perMonth, hours, months, firstDue, ...asked }, situation) =>
    withBuyOut(situation, asked, (buyOut) =>
      unless(
        [
          isPositive(unitsOf(form, { amount: perMonth, hours }), fieldOf(form, 'perMonth')),
          isPositive(months, 'months'),
          ...mayAgree(situation, buyOut),
        ],
        () => {
          const size = form === 'money' ? { perMonth } : { minutes: minutesOf(hours) };
          return [{ type: 'RepaymentAgreed', data: { buyOutId: buyOut.buyOutId, form, ...size, months, firstDue } }];
        },
      ),
    ),

  RecordRepayment: ({ number, amount, hours, ...asked }, situation) =>
    withRepayment(situation, asked, (repayment, buyOut) => {
      const part = unitsOf(repayment.form, { amount, hours });
      const instalment = repayment.instalments.find((known) => known.number === number);
      return unless(
        [isPositive(part, fieldOf(repayment.form, 'amount')), isNotReceived(instalment), fits(instalment, part ?? 0)],
        () => received(buyOut, repayment, number, part ?? 0),
      );
    }),

  MissRepayment: ({ number, ...asked }, situation) =>
    withRepayment(situation, asked, ({ instalments }, { buyOutId }) => {
      const instalment = instalments.find((known) => known.number === number);
      return unless(
        [
          isNotReceived(instalment),
          !instalment && { code: 'EXCEEDS_INSTALMENT', field: 'number' },
          instalment?.phase === 'missed' && { code: 'OUT_OF_ORDER' },
        ],
        () => [{ type: 'RepaymentMissed', data: { buyOutId, number } }],
      );
    }),
};
