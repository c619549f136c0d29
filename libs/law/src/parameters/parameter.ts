import type { BusinessDate } from '@perspectief/kernel';

/** Units that a term may be counted in. */
export type TermUnit = 'hours' | 'days' | 'workingDays' | 'weeks' | 'months' | 'years';

/** `cents` are whole euro cents, `percent` is 0 to 100, `times` a factor, `count` a number of things. */
export type Unit = TermUnit | 'cents' | 'percent' | 'times' | 'count';

/** sure: read in the law; likely: settled practice; verify: a jurist must confirm it; product: our own choice. */
export type Confidence = 'sure' | 'likely' | 'verify' | 'product';

/** The same sentence in plain Dutch (B1) and in English. */
export interface Bilingual {
  readonly nl: string;
  readonly en: string;
}

interface Grounds {
  /** Where the number stands, such as `Wgs 4 lid 1`. */
  readonly article: string;
  /** The text or body that it was taken from. */
  readonly source: string;
  readonly confidence: Confidence;
  /** Whether the Algemene termijnenwet moves the end of the term (CL-08). */
  readonly atwApplies?: boolean;
}

/** One validity period of a number; what it leaves out is as the definition says. */
interface VersionDefinition extends Partial<Grounds> {
  readonly value: number;
  readonly unit?: Unit;
  readonly validFrom: BusinessDate;
}

/** A number of the law with all its versions, oldest first; each ends where the next begins. */
export interface ParameterDefinition extends Grounds {
  readonly id: string;
  readonly unit: Unit;
  readonly explain: Bilingual;
  readonly versions: readonly [VersionDefinition, ...VersionDefinition[]];
}
export type ParameterDefinitions = Readonly<Record<string, ParameterDefinition>>;

/** A number of the law as it held on some day, with everything needed to name it and to defend it. */
export interface Parameter<Key extends string = string> extends Required<Grounds> {
  readonly id: string;
  readonly key: Key;
  /** What a decision stores to say which rule it used: `WG-01@2012-07-01`. */
  readonly version: string;
  readonly value: number;
  readonly unit: Unit;
  readonly validFrom: BusinessDate;
  readonly validTo?: BusinessDate;
  readonly explain: Bilingual;
  /** False when the day that was asked for lies before the first version: the oldest version is given then. */
  readonly inForce: boolean;
}
