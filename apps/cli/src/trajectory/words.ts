export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

const pairs = {
  trajectory: ['Traject', 'Trajectory'],
  household: ['Huishouden', 'Household'],
  status: ['Status', 'Status'],
  area: ['Gebied', 'Area'],
  opened: ['Geopend', 'Opened'],
  closed: ['Gesloten', 'Closed'],
  coach: ['Coach', 'Coach'],
  asOf: ['Stand op', 'As of'],
  knownAt: ['zoals bekend op', 'as known at'],
  clocks: ['Termijnen', 'Clocks'],
  rule: ['regel', 'rule'],
  article: ['artikel', 'article'],
  due: ['uiterlijk', 'due'],
  met: ['gehaald', 'met'],
  state: ['stand', 'state'],
  debts: ['Schulden', 'Debts'],
  creditor: ['schuldeiser', 'creditor'],
  claim: ['vordering', 'claim'],
  rank: ['rang', 'rank'],
  treatment: ['regeling', 'treatment'],
  paid: ['betaald', 'paid'],
  open: ['open', 'open'],
  discharged: ['kwijtgescholden', 'discharged'],
  excluded: ['buiten de regeling', 'excluded'],
  freezes: ['Bevriezing', 'Freezes'],
  instrument: ['instrument', 'instrument'],
  from: ['van', 'from'],
  until: ['tot en met', 'until'],
  offers: ['Aanbod', 'Offers'],
  offer: ['aanbod', 'offer'],
  answer: ['antwoord', 'answer'],
  plan: ['Plan', 'Plan'],
  goal: ['doel', 'goal'],
  target: ['streefdatum', 'target'],
  agreedVersion: ['afgesproken versie', 'agreed version'],
  tandem: ['Tandem', 'Tandem'],
  since: ['sinds', 'since'],
  contacts: ['contacten', 'contacts'],
  aftercare: ['Nazorg', 'Aftercare'],
  checkIn: ['nazorggesprek', 'check-in'],
  planned: ['gepland', 'planned'],
  timeline: ['Laatste gebeurtenissen', 'Latest events'],
  day: ['dag', 'day'],
  what: ['wat', 'what'],
  none: ['geen', 'none'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type Word = keyof typeof pairs;
export type Says = (word: Word) => string;

export const sayingIn = (language: Language): Says => (word) => pairs[word][language === 'nl' ? 0 : 1];

const states: Readonly<Record<string, string>> = {
  intake: 'intake', active: 'loopt', aftercare: 'nazorg', closed: 'gesloten',
  running: 'loopt', suspended: 'staat stil', met: 'gehaald', 'met-late': 'te laat gehaald', breached: 'verlopen', lapsed: 'vervallen',
  requested: 'aangevraagd', interim: 'voorlopig', denied: 'geweigerd', lifted: 'opgeheven', expired: 'afgelopen',
  open: 'open', reached: 'bereikt', dropped: 'losgelaten', proposed: 'voorgesteld', paused: 'gepauzeerd', ended: 'beëindigd',
  awaiting: 'wacht op antwoord', accepted: 'akkoord', refused: 'geweigerd', forced: 'dwangakkoord',
  paid: 'betaald', forgiven: 'kwijtgescholden', included: 'in de regeling', excluded: 'erbuiten',
  preferential: 'preferent', concurrent: 'concurrent', failed: 'mislukt', planned: 'gepland', held: 'gehouden', missed: 'gemist',
  completed: 'afgerond', resumed: 'hervat', stopped: 'gestopt',
  standstill: 'incassostop', 'narrow-moratorium': 'moratorium', 'broad-moratorium': 'breed moratorium',
  'provisional-relief': 'voorlopige voorziening', 'municipal-collection-stop': 'gemeentelijke incassostop',
  'settlement-credit': 'saneringskrediet', 'debt-mediation': 'schuldbemiddeling', 'buy-out-fund': 'afkoopfonds', 'zero-offer': 'nulaanbod',
  stable: 'stabiel', 'stable-with-support': 'stabiel met steun', 'other-help': 'andere hulp', relapsed: 'terugval',
};

/** A code of the domain as a person would say it; what has no word yet is shown as it is. */
export const codeIn = (language: Language, code: string): string => (language === 'nl' ? (states[code] ?? code) : code);
