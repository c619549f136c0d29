import type { Cents, CommandOf, Domain, Uuid } from '@perspectief/kernel';

export type RequestsCommand = CommandOf<{
  RequestSpending: {
    budgetId: Uuid;
    requestId: Uuid;
    trajectoryId: Uuid;
    amount: Cents;
    purpose: string;
    payee: string;
    lifeArea: string;
    /** Percentages that add up to 100; decimals may be given as text. */
    split?: Readonly<Partial<Record<Domain, number | string>>>;
    legitimate: string;
    committed: string;
    returns: string;
    regularRouteRuledOut: string;
    duplicateConfirmed?: boolean;
    emergency?: boolean;
    /** Without it, the year in which it is asked. */
    year?: number;
  };
}>;
