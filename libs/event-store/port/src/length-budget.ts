/** A stream that keeps growing makes every decision on it slower: say so before people notice. */
export interface LengthBudgets {
  /** By stream type, the text before the first hyphen. */
  readonly budgets: Readonly<Record<string, number>>;
  /** Called after each append that leaves the stream above its budget. */
  onLongStream(stream: string, version: number, budget: number): void;
}

export const streamType = (stream: string): string => stream.split('-', 1)[0] ?? stream;

export const watchLength = (limits: LengthBudgets | undefined, stream: string, version: number): void => {
  const budget = limits?.budgets[streamType(stream)];
  if (limits && budget !== undefined && version > budget) limits.onLongStream(stream, version, budget);
};
