/** What a person reads: plain Dutch (B1) and plain English. Facts stand in braces: "Er is nog {available} over." */
export interface SentencePair {
  readonly nl: string;
  readonly en: string;
}

/** A sentence for every code of a list; one that is missing does not compile. */
export type Sentences<Code extends string> = Readonly<Record<Code, SentencePair>>;

/** Facts that refusals carry, and so all that a sentence may hold between braces. */
export type Facts = Readonly<Record<string, string | number>>;

const PLACEHOLDER = /\{(\w+)\}/g;

export const placeholdersIn = (text: string): readonly string[] => [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '');

const filled = (text: string, facts: Facts): string => text.replace(PLACEHOLDER, (_, name: string) => String(facts[name] ?? '…'));

export const withFacts = ({ nl, en }: SentencePair, facts: Facts = {}): SentencePair => ({ nl: filled(nl, facts), en: filled(en, facts) });
