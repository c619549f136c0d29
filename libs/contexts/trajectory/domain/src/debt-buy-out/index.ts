import type { Track } from '../track.js';
import type { DebtBuyOutCommand } from './commands.js';
import { decideDebtBuyOut } from './decide.js';
import type { DebtBuyOutEvent } from './events.js';
import { evolveDebtBuyOut } from './evolve.js';
import { initialDebtBuyOut, type DebtBuyOutState } from './state.js';

/** All creditors a part, at once or at the end, and the rest discharged. */
export const debtBuyOutTrack: Track<DebtBuyOutState, DebtBuyOutCommand, DebtBuyOutEvent> = {
  initial: initialDebtBuyOut,
  decide: decideDebtBuyOut,
  evolve: evolveDebtBuyOut,
};
