/** The instrument that fits a threat: the court stops the narrow ones, heat is urgent relief, the rest begins with an agreement. */
const SUGGESTED: Readonly<Record<string, string>> = {
  eviction: 'narrow-moratorium', 'energy-cutoff': 'narrow-moratorium', 'water-cutoff': 'narrow-moratorium', 'health-insurance-ending': 'narrow-moratorium',
  'heat-cutoff': 'provisional-relief',
};

export const suggestedInstrument = (threat: string): string => SUGGESTED[threat] ?? 'standstill';
