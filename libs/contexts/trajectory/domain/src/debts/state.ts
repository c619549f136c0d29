import type { EvolveOf } from '../track.js';
import type { DebtsEvent } from './events.js';

export type DebtsState = Record<never, never>;

export const initialDebts: DebtsState = {};

export const evolveDebts: EvolveOf<DebtsState, DebtsEvent> = {};
