import type { FormName } from '../../../commands/catalogue';
import type { Trajectory } from '../page-context';

type BuyOut = Trajectory['buyOuts'][number];

/** What can follow for the buy-out as a whole, in the order in which it happens. */
export const nextSteps = ({ method, outcome, sending, offers, funding, court, repayment }: Pick<BuyOut, 'method' | 'outcome' | 'sending' | 'offers' | 'funding' | 'court' | 'repayment'>): readonly FormName[] => {
  if (outcome.phase === 'failed') return [];
  const funded = ['settlement-credit', 'buy-out-fund'].includes(method);
  const refused = offers.some(({ answer }) => ['refused', 'lapsed'].includes(answer.phase));
  const agreed = offers.every(({ answer }) => ['accepted', 'forced'].includes(answer.phase));
  return [
    ...(sending.phase === 'unsent' ? (['sendOffers'] as const) : []),
    ...(sending.phase === 'sent' && refused && court.phase === 'none' ? (['askForcedSettlement'] as const) : []),
    ...(court.phase === 'asked' ? (['recordCourtRuling'] as const) : []),
    ...(funded && agreed && outcome.phase === 'running' && ['none', 'refused'].includes(funding.phase) ? (['requestFunding'] as const) : []),
    ...(funding.phase === 'asked' ? (['confirmFunding', 'refuseFunding'] as const) : []),
    ...(agreed && repayment.phase === 'none' ? (['agreeRepayment'] as const) : []),
    'awardIncentive',
    ...(outcome.phase === 'running' ? (['failBuyOut'] as const) : []),
  ];
};
