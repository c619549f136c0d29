import type { Concern } from '../concern.js';
import type { BuyOutCommand } from './commands.js';
import { decideBuyOut } from './decide.js';
import type { BuyOutEvent } from './events.js';
import { evolveBuyOut } from './evolve.js';

/** Money that is set aside to buy out debts, and paid to creditors. */
export const buyOut: Concern<BuyOutCommand, BuyOutEvent> = { decide: decideBuyOut, evolve: evolveBuyOut };
