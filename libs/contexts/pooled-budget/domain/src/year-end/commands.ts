import type { CommandOf, Uuid } from '@perspectief/kernel';
import type { Remainder } from '../words.js';

export type YearEndCommand = CommandOf<{
  CloseYear: { budgetId: Uuid; year: number; remainder: Remainder };
}>;
