/** An expected no. A code never changes; the sentence that a person reads belongs to the edge. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** The field of the command that it is about. */
  readonly field?: string;
  /** Facts for the sentence, such as what is still available; never personal data. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Refusals that any stream may give (domain contract, section 2). */
export const generalRefusals = ['IN_THE_FUTURE', 'OUT_OF_ORDER'] as const;
export type GeneralRefusal = (typeof generalRefusals)[number];
