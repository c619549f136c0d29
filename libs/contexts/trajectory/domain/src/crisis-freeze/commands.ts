import type { CommandOf } from '@perspectief/kernel';

export type CrisisFreezeCommand = CommandOf<Record<never, never>>;
