/** Words that claim a cause, in Dutch and English, as whole words. */
const causal = [
  'veroorza(?:akt|akten?|ken)', 'oorzaak', 'dankzij', 'vanwege', 'wegens', 'lei(?:dt|den|dde|dden) tot', 'zorg(?:t|de|den|en) voor', 'resulteert in',
  'gevolg van', 'effect(?:en)?', 'impact', 'werkt', 'helpt', 'verbetert', 'vermindert', 'voorkomt',
  'causes?d?', 'because', 'due to', 'thanks to', 'leads? to', 'led to', 'results? in', 'resulted in', 'effects?', 'works', 'helps',
  'improve[sd]?', 'reduce[sd]?', 'prevent(?:s|ed)?',
];
const CAUSAL = new RegExp(`(?<![\\p{L}])(?:${causal.join('|')})(?![\\p{L}])`, 'giu');

export const causalWordsIn = (text: string): readonly string[] => [...text.matchAll(CAUSAL)].map(([word]) => word.toLowerCase());

/** A figure that compares two arms, in a unit of the caller's such as `dagen` and `days`. */
export interface Comparison {
  readonly outcome: string;
  readonly arms: readonly [string, string];
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  /** 0.95 for 95 %. */
  readonly confidence: number;
  readonly unit: { readonly nl: string; readonly en: string };
}

const shown = (value: number): string => String(Number(value.toPrecision(3)));

/** The sentence under a figure: the difference between groups with its limits, and what it does not say. */
export const caption = ({ outcome, arms: [one, other], difference, lower, upper, confidence, unit }: Comparison): { readonly nl: string; readonly en: string } => {
  const percent = Math.round(confidence * 100);
  return {
    nl: [
      `${outcome}: verschil tussen de groepen ${one} en ${other}: ${shown(difference)} ${unit.nl} (${percent}%-interval ${shown(lower)} tot ${shown(upper)}).`,
      'De groepen kunnen ook op andere punten verschillen.',
    ].join(' '),
    en: [
      `${outcome}: difference between the groups ${one} and ${other}: ${shown(difference)} ${unit.en} (${percent}% interval ${shown(lower)} to ${shown(upper)}).`,
      'The groups may differ in other ways as well.',
    ].join(' '),
  };
};
