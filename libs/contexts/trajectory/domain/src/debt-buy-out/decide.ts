import type { DecideOf } from '../track.js';
import type { DebtBuyOutCommand } from './commands.js';

export const decideDebtBuyOut: DecideOf<DebtBuyOutCommand> = {};
