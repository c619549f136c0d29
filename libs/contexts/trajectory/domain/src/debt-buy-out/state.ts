import type { EvolveOf } from '../track.js';
import type { DebtBuyOutEvent } from './events.js';

export type DebtBuyOutState = Record<never, never>;

export const initialDebtBuyOut: DebtBuyOutState = {};

export const evolveDebtBuyOut: EvolveOf<DebtBuyOutState, DebtBuyOutEvent> = {};
