import type { EvolveOf } from '../track.js';
import type { IntakeEvent } from './events.js';

export type IntakeState = Record<never, never>;

export const initialIntake: IntakeState = {};

export const evolveIntake: EvolveOf<IntakeState, IntakeEvent> = {};
