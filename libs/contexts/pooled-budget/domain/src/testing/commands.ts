import type { Domain } from '@perspectief/kernel';
import type { ApprovalsCommand } from '../approvals/commands.js';
import type { PooledBudgetCommand } from '../commands.js';
import { BUY_OUT, DEBT, PAYMENT, POT, REFUND, REQUEST, TRAJECTORY } from './ids.js';

type DataOf<Type extends PooledBudgetCommand['type']> = Extract<PooledBudgetCommand, { type: Type }>['data'];
type Given<Type extends PooledBudgetCommand['type']> = Partial<DataOf<Type>>;
type AboutRequest = ApprovalsCommand['type'] | 'SettleSpending';

const budgetId = POT;

export const open = (data: Given<'OpenBudget'> = {}): PooledBudgetCommand => ({
  type: 'OpenBudget',
  data: { budgetId, name: 'Doorbraakbudget Beijum', scheme: 'doorbraak', area: 'beijum', ...data },
});
export const contribute = (year: number, domain: Domain, amount: number): PooledBudgetCommand => ({
  type: 'Contribute',
  data: { budgetId, year, domain, amount },
});
export const takeBack = (year: number, domain: Domain, amount: number): PooledBudgetCommand => ({
  type: 'WithdrawContribution',
  data: { budgetId, year, domain, amount },
});
export const grant = (data: Given<'GrantMandate'> = {}): PooledBudgetCommand => ({
  type: 'GrantMandate',
  data: { budgetId, coachId: 'coach', perRequest: 50_000, from: '2024-01-01', ...data },
});
export const revoke = (coachId = 'coach'): PooledBudgetCommand => ({ type: 'RevokeMandate', data: { budgetId, coachId } });

export const reasons = {
  purpose: 'Wasmachine',
  payee: 'witgoedwinkel',
  lifeArea: 'daily-life',
  legitimate: 'past binnen het doel van de wet',
  committed: 'eigen wens van het gezin',
  returns: 'goedkoper dan niets doen',
  regularRouteRuledOut: 'te laat of niet mogelijk',
} as const;
export const ask = (amount: number, data: Given<'RequestSpending'> = {}): PooledBudgetCommand => ({
  type: 'RequestSpending',
  data: { budgetId, requestId: REQUEST, trajectoryId: TRAJECTORY, amount, ...reasons, ...data },
});
const aboutRequest = (type: AboutRequest, requestId = REQUEST): PooledBudgetCommand =>
  ({ type, data: { budgetId, requestId, question: 'Waarom?', answer: 'Daarom.', reason: 'past niet' } }) as PooledBudgetCommand;
export const approve = (requestId?: string) => aboutRequest('ApproveSpending', requestId);
export const giveBack = (requestId?: string) => aboutRequest('ReturnSpending', requestId);
export const answer = (requestId?: string) => aboutRequest('AnswerReturn', requestId);
export const reject = (requestId?: string) => aboutRequest('RejectSpending', requestId);
export const withdraw = (requestId?: string) => aboutRequest('WithdrawSpending', requestId);
export const settle = (requestId?: string) => aboutRequest('SettleSpending', requestId);

export const pay = (amount: number, deliveredOn: string, data: Given<'RecordPayment'> = {}): PooledBudgetCommand => ({
  type: 'RecordPayment',
  data: { budgetId, requestId: REQUEST, paymentId: PAYMENT, amount, deliveredOn, ...data },
});
export const refund = (amount: number, data: Given<'RecordRefund'> = {}): PooledBudgetCommand => ({
  type: 'RecordRefund',
  data: { budgetId, requestId: REQUEST, paymentId: PAYMENT, refundId: REFUND, amount, ...data },
});
export const deliver = (on: string, requestId = REQUEST): PooledBudgetCommand => ({ type: 'ConfirmDelivery', data: { budgetId, requestId, on } });
export const receive = (by: 'coach' | 'household', requestId = REQUEST): PooledBudgetCommand => ({
  type: 'ConfirmReceipt',
  data: { budgetId, requestId, by },
});
export const proposeRaise = (amount: number, trajectoryId = TRAJECTORY): PooledBudgetCommand => ({
  type: 'ProposeCeilingRaise',
  data: { budgetId, trajectoryId, amount, reason: 'Meedoen met sport' },
});
export const confirmRaise = (data: Given<'ConfirmCeilingRaise'> = {}): PooledBudgetCommand => ({
  type: 'ConfirmCeilingRaise',
  data: { budgetId, trajectoryId: TRAJECTORY, ...data },
});
export const reserveBuyOut = (amount: number, data: Given<'ReserveBuyOut'> = {}): PooledBudgetCommand => ({
  type: 'ReserveBuyOut',
  data: { budgetId, buyOutId: BUY_OUT, trajectoryId: TRAJECTORY, amount, ...data },
});
export const releaseBuyOut = (buyOutId = BUY_OUT): PooledBudgetCommand => ({ type: 'ReleaseBuyOut', data: { budgetId, buyOutId } });
export const buyOutPaid = (amount: number, data: Given<'RecordBuyOutPaid'> = {}): PooledBudgetCommand => ({
  type: 'RecordBuyOutPaid',
  data: { budgetId, buyOutId: BUY_OUT, debtId: DEBT, amount, ...data },
});
export const closeYear = (year: number, remainder: 'return' | 'carry-over' = 'return'): PooledBudgetCommand => ({
  type: 'CloseYear',
  data: { budgetId, year, remainder },
});
