import type { CommandOf } from '@perspectief/kernel';

export type LearningCommand = CommandOf<Record<never, never>>;
