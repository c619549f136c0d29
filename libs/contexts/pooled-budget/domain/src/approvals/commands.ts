import type { CommandOf, Uuid } from '@perspectief/kernel';

export type ApprovalsCommand = CommandOf<{
  ApproveSpending: { budgetId: Uuid; requestId: Uuid };
  ReturnSpending: { budgetId: Uuid; requestId: Uuid; question: string };
  AnswerReturn: { budgetId: Uuid; requestId: Uuid; answer: string };
  RejectSpending: { budgetId: Uuid; requestId: Uuid; reason: string };
  WithdrawSpending: { budgetId: Uuid; requestId: Uuid };
}>;
