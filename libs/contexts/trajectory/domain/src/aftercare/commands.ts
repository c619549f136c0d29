import type { CommandOf } from '@perspectief/kernel';

export type AftercareCommand = CommandOf<Record<never, never>>;
