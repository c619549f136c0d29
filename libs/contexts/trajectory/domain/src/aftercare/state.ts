import type { EvolveOf } from '../track.js';
import type { AftercareEvent } from './events.js';

export type AftercareState = Record<never, never>;

export const initialAftercare: AftercareState = {};

export const evolveAftercare: EvolveOf<AftercareState, AftercareEvent> = {};
