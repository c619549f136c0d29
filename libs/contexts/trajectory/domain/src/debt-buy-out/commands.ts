import type { BusinessDate, Cents, CommandOf, Uuid } from '@perspectief/kernel';
import type { Form, Method, OfferResponse, Source } from './events.js';

/** Without `buyOutId`, the latest one. */
export interface OfBuyOut {
  trajectoryId: Uuid;
  buyOutId?: Uuid;
}

export type DebtBuyOutCommand = CommandOf<{
  DraftBuyOut: {
    trajectoryId: Uuid;
    buyOutId: Uuid;
    method: Method;
    months: number;
    extra?: Cents;
    /** A percentage such as `"0.5"`. */
    interestMonthly?: string | number;
    motivation?: string;
  };
  SendOffers: OfBuyOut & { respondBy: BusinessDate };
  RecordOfferResponse: OfBuyOut & { debtId: Uuid; response: OfferResponse; reason?: string };
  LapseOffer: OfBuyOut & { debtId: Uuid };
  AskForcedSettlement: OfBuyOut;
  RecordCourtRuling: OfBuyOut & { granted: boolean; grounds: readonly string[] };
  RequestFunding: OfBuyOut & { from: Source; budgetId?: Uuid };
  ConfirmFunding: OfBuyOut & { reference: string };
  RefuseFunding: OfBuyOut & { reason: string };
  PayCreditor: OfBuyOut & { debtId: Uuid };
  AgreeRepayment: OfBuyOut & {
    form: Form;
    perMonth?: Cents;
    /** In all. */
    hours?: number;
    months: number;
    firstDue: BusinessDate;
  };
  RecordRepayment: OfBuyOut & { number: number; amount?: Cents; hours?: number };
  MissRepayment: OfBuyOut & { number: number };
  ForgiveMunicipalDebt: OfBuyOut & { debtId: Uuid };
  AwardIncentive: OfBuyOut & { amount: Cents; step: string };
  FailBuyOut: OfBuyOut & { reason: string };
}>;
