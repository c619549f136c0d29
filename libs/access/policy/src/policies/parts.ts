/** Parts of what is read. The four laws: what was applied for, decided and needed under that law, with its clocks and sentences. */
export const parts = [
  // of a file
  'summary',
  'identity',
  'address',
  'members',
  'grounds',
  'plan',
  'stories',
  'others-stories',
  'contacts',
  // what somebody wrote beside a fact, in their own words
  'notes',
  // the same in the work on debts
  'debt-notes',
  'conversations',
  'appointments',
  'tandem',
  'tandem-notes',
  'scores',
  'clocks',
  'debts',
  'sums',
  'freezes',
  // what must be done to keep somebody safe, and by when
  'safety',
  'buy-outs',
  'aftercare',
  'learning',
  'spending',
  // every event as it was written
  'facts',
  'jeugd',
  'wmo',
  'participatiewet',
  'schuldhulp',
  // of a pot
  'room',
  'accounts',
  'mandates',
  'own-mandate',
  // of a request
  'request',
  'reasons',
  // of the worklist
  'coach-work',
  'debt-work',
  'tandem-work',
  'budget-work',
  // of the office
  'office',
] as const;
export type Part = (typeof parts)[number];

/** All of a file but what two people of a tandem wrote for each other. */
export const WHOLE_FILE = [
  ...(['summary', 'identity', 'address', 'members', 'grounds', 'plan', 'stories', 'contacts', 'notes', 'debt-notes', 'conversations', 'appointments', 'tandem', 'scores'] as const),
  ...(['clocks', 'debts', 'sums', 'freezes', 'safety', 'buy-outs', 'aftercare', 'learning', 'spending', 'jeugd', 'wmo', 'participatiewet', 'schuldhulp'] as const),
] as const satisfies readonly Part[];
