import type { BusinessDate, Cents, Uuid } from '@perspectief/kernel';
import type { Rank } from '../debts/events.js';
import type { Failure, Form, Method, OfferResponse, Source } from './events.js';

/** `forced` is a refusal or a silence that the court overruled. */
export type Answer =
  { readonly phase: 'awaiting' } | { readonly phase: OfferResponse | 'lapsed' | 'forced'; readonly on: BusinessDate };

export type Payment =
  | { readonly phase: 'open' }
  | { readonly phase: 'paid'; readonly on: BusinessDate; readonly amount: Cents; readonly discharged: Cents };

export interface Offer {
  readonly debtId: Uuid;
  /** As it stood when the offer was worked out. */
  readonly claim: Cents;
  readonly rank: Rank;
  readonly offer: Cents;
  readonly answer: Answer;
  readonly payment: Payment;
}

export type Sending =
  { readonly phase: 'unsent' } | { readonly phase: 'sent'; readonly sentOn: BusinessDate; readonly respondBy: BusinessDate };

export type Court =
  | { readonly phase: 'none' }
  | { readonly phase: 'asked'; readonly askedOn: BusinessDate }
  | { readonly phase: 'granted' | 'denied'; readonly ruledOn: BusinessDate };

export type Funding =
  | { readonly phase: 'none' }
  | {
      readonly phase: 'asked' | 'confirmed' | 'refused';
      readonly from: Source;
      readonly budgetId?: Uuid;
      readonly amount: Cents;
      readonly on: BusinessDate;
    };

/** Cents for money, whole minutes for work; parts of one number add up. */
export interface Instalment {
  readonly number: number;
  readonly dueOn: BusinessDate;
  readonly share: number;
  readonly received: number;
  readonly phase: 'open' | 'missed' | 'received';
}

export interface RepaymentTerms {
  readonly form: Form;
  readonly months: number;
  readonly agreedOn: BusinessDate;
  readonly firstDue: BusinessDate;
  /** In order of number, from 1. */
  readonly instalments: readonly Instalment[];
}
export type Repayment =
  | { readonly phase: 'none' }
  | ({ readonly phase: 'agreed' } & RepaymentTerms)
  | ({ readonly phase: 'closed'; readonly closedOn: BusinessDate } & RepaymentTerms);

export type Outcome =
  | { readonly phase: 'running' }
  | { readonly phase: 'paid'; readonly on: BusinessDate }
  | { readonly phase: 'failed'; readonly on: BusinessDate; readonly cause: Failure };

export interface BuyOut {
  readonly buyOutId: Uuid;
  readonly method: Method;
  readonly draftedOn: BusinessDate;
  readonly months: number;
  readonly divisible: Cents;
  readonly percentages: Readonly<Record<Rank, string>>;
  /** Which confirmation of the list of debts it was drafted on. */
  readonly inventory: number;
  readonly offers: readonly Offer[];
  readonly sending: Sending;
  readonly court: Court;
  readonly funding: Funding;
  readonly repayment: Repayment;
  readonly outcome: Outcome;
}

export interface DebtBuyOutState {
  /** In order of drafting; all but the last are paid or failed. */
  readonly buyOuts: readonly BuyOut[];
  readonly incentives: readonly { readonly on: BusinessDate; readonly amount: Cents; readonly buyOutId?: Uuid }[];
}

export const initialDebtBuyOut: DebtBuyOutState = { buyOuts: [], incentives: [] };
