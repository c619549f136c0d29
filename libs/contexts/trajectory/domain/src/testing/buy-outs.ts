import type { DebtBuyOutCommand } from '../debt-buy-out/commands.js';
import { C1, C2, C3, C4, C5, confirmed, type Step } from './debts.js';
import { idOf, TRAJECTORY as trajectoryId } from './histories.js';

type DataOf<Type extends DebtBuyOutCommand['type']> = Extract<DebtBuyOutCommand, { type: Type }>['data'];
type Command = DebtBuyOutCommand;

export const BUY_OUT = idOf(71);
export const SECOND = idOf(72);
export const POT = idOf(81);

const of = { trajectoryId, buyOutId: BUY_OUT };

export const draft = (more: Partial<DataOf<'DraftBuyOut'>> = {}): Command => ({
  type: 'DraftBuyOut',
  data: { ...of, method: 'settlement-credit', months: 18, ...more },
});
export const send = (respondBy = '2024-04-01', buyOutId = BUY_OUT): Command => ({
  type: 'SendOffers',
  data: { trajectoryId, buyOutId, respondBy },
});
export const answer = (debtId: string, response: 'accepted' | 'refused' = 'accepted', buyOutId = BUY_OUT): Command => ({
  type: 'RecordOfferResponse',
  data: { trajectoryId, buyOutId, debtId, response },
});
export const lapse = (debtId: string): Command => ({ type: 'LapseOffer', data: { ...of, debtId } });
export const askCourt = (buyOutId = BUY_OUT): Command => ({ type: 'AskForcedSettlement', data: { trajectoryId, buyOutId } });
export const rule = (granted: boolean): Command => ({
  type: 'RecordCourtRuling',
  data: { ...of, granted, grounds: ['utmost-offer'] },
});
export const fundFrom = (budgetId?: string): Command => ({
  type: 'RequestFunding',
  data: budgetId ? { ...of, from: 'pooled-budget', budgetId } : { ...of, from: 'credit-bank' },
});
export const confirmFunding: Command = { type: 'ConfirmFunding', data: { ...of, reference: 'krediet-1' } };
export const refuseFunding: Command = { type: 'RefuseFunding', data: { ...of, reason: 'te hoog' } };
export const pay = (debtId: string): Command => ({ type: 'PayCreditor', data: { ...of, debtId } });
export const agree = (more: Partial<DataOf<'AgreeRepayment'>> = {}): Command => ({
  type: 'AgreeRepayment',
  data: { ...of, form: 'money', perMonth: 9_650, months: 18, firstDue: '2024-05-01', ...more },
});
export const repay = (number: number, amount = 9_650): Command => ({ type: 'RecordRepayment', data: { ...of, number, amount } });
export const work = (number: number, hours: number): Command => ({ type: 'RecordRepayment', data: { ...of, number, hours } });
export const miss = (number: number): Command => ({ type: 'MissRepayment', data: { ...of, number } });
export const forgive = (debtId: string, buyOutId?: string): Command => ({
  type: 'ForgiveMunicipalDebt',
  data: { trajectoryId, debtId, buyOutId },
});
export const award = (amount: number, buyOutId?: string): Command => ({
  type: 'AwardIncentive',
  data: { trajectoryId, amount, step: 'opleiding afgemaakt', buyOutId },
});
export const fail = (buyOutId = BUY_OUT): Command => ({
  type: 'FailBuyOut',
  data: { trajectoryId, buyOutId, reason: 'verhuisd' },
});

const creditors = [C1, C2, C3, C4, C5];

export const drafted: readonly Step[] = [...confirmed, ['2024-03-04', draft()]];
export const sent: readonly Step[] = [...drafted, ['2024-03-04', send()]];
export const fourAgreed: readonly Step[] = [
  ...sent,
  ...creditors.slice(0, 4).map((debtId) => ['2024-03-11', answer(debtId)] as const),
];
export const agreed: readonly Step[] = [...fourAgreed, ['2024-03-12', answer(C5)]];
export const asked: readonly Step[] = [...agreed, ['2024-04-05', fundFrom()]];
export const funded: readonly Step[] = [...asked, ['2024-04-08', confirmFunding]];
export const paid: readonly Step[] = [...funded, ...creditors.map((debtId) => ['2024-04-10', pay(debtId)] as const)];

/** Another method, up to the day that all creditors agreed. */
export const agreedOn = (more: Partial<DataOf<'DraftBuyOut'>>): readonly Step[] => [
  ...confirmed,
  ['2024-03-04', draft(more)] as const,
  ['2024-03-04', send()] as const,
  ...creditors.map((debtId) => ['2024-03-11', answer(debtId)] as const),
];
