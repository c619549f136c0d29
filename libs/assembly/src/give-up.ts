/** Ends a program that cannot start, with a sentence for whoever started it. */
export const giveUp = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
};

/** What a setting says, or an end with the sentence about what is wrong with it. */
export const orGiveUp = <T>(reading: () => T): T => {
  try {
    return reading();
  } catch (error) {
    return giveUp(error instanceof Error ? error.message : 'the settings cannot be read');
  }
};
