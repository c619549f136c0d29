import type { EvolveOf } from '../track.js';
import type { CrisisFreezeEvent } from './events.js';

export type CrisisFreezeState = Record<never, never>;

export const initialCrisisFreeze: CrisisFreezeState = {};

export const evolveCrisisFreeze: EvolveOf<CrisisFreezeState, CrisisFreezeEvent> = {};
