import type { CommandOf } from '@perspectief/kernel';

export type DebtsCommand = CommandOf<Record<never, never>>;
