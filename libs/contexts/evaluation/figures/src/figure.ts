import type { Refusal } from '@perspectief/kernel';
import type { Behind, DisclosureRefusal, DisclosureReport, SafeArc, SafeStep, SafeTable } from '@perspectief/evaluation-disclosure';
import type { FigureSpec } from './spec.js';

/** How a number is to be read. */
export type Unit = 'days' | 'percent' | 'score' | 'mark' | 'euro' | 'standard-deviations' | 'p-value' | 'chi-square';

/** A number that may be shown; `of` is how many people, rounded. Limits are those of a 95 % interval. */
export interface SafeNumber {
  readonly value: number;
  readonly of: number | null;
  readonly unit: Unit;
  readonly lower?: number | null;
  readonly upper?: number | null;
}

/** What one part of a figure shows: one of these. */
export type Content =
  | { readonly number: SafeNumber }
  | { readonly table: SafeTable }
  | { readonly flow: readonly { readonly name: string; readonly kept: number | null }[] }
  | { readonly curve: { readonly steps: readonly SafeStep[]; readonly begins: number; readonly ends: number } }
  | { readonly map: { readonly arcs: readonly SafeArc[]; readonly hiddenArcs: number } }
  | { readonly variants: { readonly shown: readonly { readonly steps: readonly string[]; readonly cases: number }[]; readonly hidden: number; readonly hiddenCases: number | null } }
  | { readonly counts: { readonly rows: readonly { readonly figure: string; readonly count: number }[]; readonly hidden: number } };

export type Made = (Content & { readonly behind: readonly Behind[]; readonly report?: DisclosureReport }) | { readonly refused: Refusal<DisclosureRefusal> };

/** Let out by itself: what must stay hidden of one group does not take the others with it. */
export interface Part {
  /** The group, or what is counted. */
  readonly name: string;
  readonly made: Made;
  /** The same with some of its figures alone, by what they are called in `behind`: for where not all of them can be let out. */
  readonly keeping?: (figures: ReadonlySet<string>) => Made;
}

/** A figure before disclosure control of the study has seen it: never shown as it is. */
export interface Figure {
  readonly spec: FigureSpec;
  readonly parts: readonly Part[];
}
