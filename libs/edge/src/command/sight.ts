import { nothing, type Within } from '@perspectief/runtime';
import type { EdgeContext } from './edge-context.js';

/** What of a list this person may see. Where no guard stands before the resolver: nothing. */
export const withinOf = ({ within }: EdgeContext): Within => within ?? nothing;

/** The lines that are for this person. */
export const seenBy = <Line extends object>({ sees }: EdgeContext, lines: readonly Line[]): readonly Line[] => lines.filter((line) => sees?.(line) ?? false);
