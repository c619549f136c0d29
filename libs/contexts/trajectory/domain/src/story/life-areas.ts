/** The neutral default; a municipality with a licence for another instrument puts its own list in this place. */
export const lifeAreas = [
  'finances',
  'work-and-learning',
  'daytime',
  'housing',
  'home-relations',
  'mental-health',
  'physical-health',
  'substance-use',
  'daily-life',
  'social-network',
  'participation',
  'justice',
  'parenting',
] as const;

export const lowestScore = 1;
export const highestScore = 5;
export const lowestRating = 0;
export const highestRating = 10;

const wholeWithin = (value: number, lowest: number, highest: number): boolean =>
  Number.isInteger(value) && value >= lowest && value <= highest;

/** 1 is an acute problem, 5 is fully self-reliant. */
export const isScore = (value: number): boolean => wholeWithin(value, lowestScore, highestScore);
/** What people give their own life, from 0 to 10. */
export const isRating = (value: number): boolean => wholeWithin(value, lowestRating, highestRating);
