import type { EvolveOf } from '../track.js';
import type { PlanEvent } from './events.js';

export type PlanState = Record<never, never>;

export const initialPlan: PlanState = {};

export const evolvePlan: EvolveOf<PlanState, PlanEvent> = {};
