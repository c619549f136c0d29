import type { Track } from '../track.js';
import type { DebtBuyOutCommand } from './commands.js';
import { decideDebtBuyOut } from './decide.js';
import type { DebtBuyOutEvent } from './events.js';
import { evolveDebtBuyOut, initialDebtBuyOut, type DebtBuyOutState } from './state.js';

export const debtBuyOutTrack: Track<DebtBuyOutState, DebtBuyOutCommand, DebtBuyOutEvent> = {
  initial: initialDebtBuyOut,
  decide: decideDebtBuyOut,
  evolve: evolveDebtBuyOut,
};
