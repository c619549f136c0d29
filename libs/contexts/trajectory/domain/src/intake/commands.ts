import type { CommandOf } from '@perspectief/kernel';

export type IntakeCommand = CommandOf<Record<never, never>>;
