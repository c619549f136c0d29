import type { SentencePair } from '@perspectief/edge';

const pot = { nl: 'het budget van de wijk', en: 'the budget of the area' };
const money = { nl: 'de uitgaven voor het huishouden', en: 'the spending for the household' };
const log = { nl: 'wie er in het dossier keek', en: 'who looked in the file' };
const staff = { nl: 'de namen van medewerkers', en: 'the names of staff' };

/** What each query shows, in words that follow a verb. */
export const pages = {
  household: { nl: 'de gegevens van het huishouden', en: 'the details of the household' },
  households: { nl: 'de lijst van huishoudens', en: 'the list of households' },
  trajectory: { nl: 'het plan en de voortgang', en: 'the plan and how it goes' },
  trajectoryChanged: { nl: 'het plan en de voortgang', en: 'the plan and how it goes' },
  timeline: { nl: 'de tijdlijn', en: 'the timeline' },
  clocks: { nl: 'de termijnen', en: 'the terms' },
  worklist: { nl: 'de werklijst', en: 'the worklist' },
  worklistChanged: { nl: 'de werklijst', en: 'the worklist' },
  householdSpend: money,
  householdPurchases: { nl: 'wat er voor het huishouden is aangevraagd', en: 'what was asked for the household' },
  spendingRequest: { nl: 'een aanvraag voor geld', en: 'a request for money' },
  approvalQueue: { nl: 'de lijst van aanvragen', en: 'the list of requests' },
  approvalQueueChanged: { nl: 'de lijst van aanvragen', en: 'the list of requests' },
  budgetAttention: { nl: 'de aandachtspunten van het budget', en: 'what needs attention in the budget' },
  pooledBudget: pot,
  pooledBudgets: pot,
  mandates: { nl: 'de mandaten', en: 'the mandates' },
  spendingFlow: pot,
  yearStatement: pot,
  'year-statement.csv': pot,
  'ledger.csv': pot,
  readerLog: log,
  readerLogExport: log,
  householdExport: { nl: 'alles wat er van het huishouden is vastgelegd', en: 'all that is kept of the household' },
  retentionDue: { nl: 'de lijst van wat gewist mag worden', en: 'the list of what may be erased' },
  projectionStatus: { nl: 'hoe ver de overzichten zijn', en: 'how far the read models are' },
  looks: log,
  breakGlasses: { nl: 'het overzicht van noodtoegang', en: 'the list of emergency access' },
  breakGlassesChanged: { nl: 'het overzicht van noodtoegang', en: 'the list of emergency access' },
  'too-many-requests': { nl: 'te veel tegelijk', en: 'too much at once' },
  deniedTries: { nl: 'de geweigerde pogingen', en: 'the tries that were refused' },
  people: staff,
  staff,
  teams: { nl: 'de teams', en: 'the teams' },
  areas: { nl: 'de gebieden', en: 'the areas' },
} as const satisfies Readonly<Record<string, SentencePair>>;

const file: SentencePair = { nl: 'het dossier', en: 'the file' };
const known: Readonly<Record<string, SentencePair>> = pages;

export const pageInWords = (query: string): SentencePair => (Object.hasOwn(known, query) && known[query]) || file;
