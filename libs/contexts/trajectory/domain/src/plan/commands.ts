import type { CommandOf } from '@perspectief/kernel';

export type PlanCommand = CommandOf<Record<never, never>>;
