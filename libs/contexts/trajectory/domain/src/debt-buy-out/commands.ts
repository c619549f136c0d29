import type { CommandOf } from '@perspectief/kernel';

export type DebtBuyOutCommand = CommandOf<Record<never, never>>;
