import type { Language } from '../trajectory/words.js';

const pairs = {
  budget: ['Budget', 'Budget'],
  area: ['Gebied', 'Area'],
  year: ['Jaar', 'Year'],
  asOf: ['Stand op', 'As of'],
  open: ['open; alsof het nu dicht gaat en de rest teruggeeft', 'open; as if it closed now and gave back the rest'],
  closed: ['afgesloten', 'closed'],
  law: ['wet', 'law'],
  contributed: ['ingelegd', 'contributed'],
  attributed: ['ten laste', 'attributed'],
  over: ['mee naar volgend jaar', 'gone over'],
  back: ['terug', 'gone back'],
  owes: ['moet betalen (−: krijgt)', 'owes (−: is owed)'],
  paid: ['betaald', 'paid'],
  reserved: ['gereserveerd', 'reserved'],
  available: ['beschikbaar', 'available'],
  quarter: ['kwartaal', 'quarter'],
  total: ['samen', 'total'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type Word = keyof typeof pairs;
export const wordsIn = (language: Language) => (word: Word): string => pairs[word][language === 'nl' ? 0 : 1];
