import type { GeneralRefusal } from '@perspectief/kernel';

/** Every expected no of a pooled budget. A code never changes its meaning; its sentences stand at the edge. */
export const pooledBudgetRefusals = [
  'UNKNOWN_BUDGET',
  'BUDGET_EXISTS',
  'UNKNOWN_TRAJECTORY',
  'UNKNOWN_PERSON',
  'UNKNOWN_MANDATE',
  'UNKNOWN_REQUEST',
  'REQUEST_EXISTS',
  'UNKNOWN_PAYMENT',
  'PAYMENT_EXISTS',
  'REFUND_EXISTS',
  'UNKNOWN_BUY_OUT',
  'BUY_OUT_EXISTS',
  'AMOUNT_NOT_POSITIVE',
  // contributions and years
  'YEAR_CLOSED',
  'WOULD_OVERDRAW',
  'YEAR_NOT_OVER',
  'EARLIER_YEAR_OPEN',
  // requests
  'TRAJECTORY_CLOSED',
  'EMERGENCY_OVERDUE',
  'INSUFFICIENT_FUNDS',
  'HOUSEHOLD_CEILING_REACHED',
  'SPLIT_NOT_100',
  'POSSIBLE_DUPLICATE',
  // approvals
  'OWN_REQUEST',
  'SAME_APPROVER',
  'NOT_AWAITING_APPROVAL',
  // payments
  'NOT_APPROVED',
  'EXCEEDS_RESERVATION',
  'EXCEEDS_PAYMENT',
  // confirmations
  'NOT_THE_COACH',
] as const;

export type PooledBudgetRefusal = GeneralRefusal | (typeof pooledBudgetRefusals)[number];
