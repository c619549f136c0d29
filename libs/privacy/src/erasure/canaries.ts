/** A word that must be nowhere, in the forms in which it may stand. Named by its number: what is looked for is personal itself. */
export interface Canary {
  readonly number: number;
  readonly forms: readonly string[];
}

const MINIMUM = 4;

/** Throws where a word is too short to mean anything in a file. */
export const canariesOf = (words: readonly string[]): readonly Canary[] =>
  words.map((word, n) => {
    if (word.length < MINIMUM) throw new RangeError(`word ${n + 1} is too short to look for`);
    const bytes = Buffer.from(word);
    return { number: n + 1, forms: [...new Set([word, JSON.stringify(word).slice(1, -1), bytes.toString('hex'), encodeURIComponent(word)])] };
  });
