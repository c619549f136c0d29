import { domains, type Domain } from '@perspectief/kernel';
import type { ParameterKey } from '../parameters/catalogue.js';
import type { Bilingual } from '../parameters/parameter.js';

/** Who has to act before the clock runs out. */
export type Duty = 'municipality' | 'household' | 'creditor';

/** What a clock counts; when it starts and what meets it is for whoever folds the events. */
export interface ClockRule {
  /** The term, by the law in whose work the clock runs. */
  readonly terms: Partial<Readonly<Record<Domain, ParameterKey>>>;
  readonly duty: Duty;
  /** What must have happened, to follow "has 4 weeks for". */
  readonly what: Bilingual;
  /** Only terms for a decision stand still or are extended (Awb 4:14, 4:15). */
  readonly decision?: true;
  /** When to remind, counted from the same start. */
  readonly reminder?: ParameterKey;
}

const everyLaw = (key: ParameterKey): ClockRule['terms'] => Object.fromEntries(domains.map((law) => [law, key]));

/** Every statutory clock, and the few of our own practice, by the name that pages and stories use. */
export const clockRules = {
  'wgs-first-conversation': {
    terms: { schuldhulp: 'first-conversation-term' }, duty: 'municipality',
    what: { nl: 'het eerste gesprek over de hulpvraag', en: 'the first conversation about the help question' },
  },
  'wgs-first-conversation-threat': {
    terms: { schuldhulp: 'threat-conversation-term' }, duty: 'municipality',
    what: { nl: 'het eerste gesprek bij een bedreigende situatie', en: 'the first conversation about a threatening situation' },
  },
  'wgs-decision': {
    terms: { schuldhulp: 'debt-help-decision-term' }, duty: 'municipality', decision: true,
    what: { nl: 'het besluit over schuldhulp', en: 'the decision on debt help' },
  },
  'wmo-investigation': {
    terms: { wmo: 'wmo-investigation-term' }, duty: 'municipality',
    what: { nl: 'het onderzoek na de melding', en: 'the investigation after the report' },
  },
  'wmo-personal-plan': {
    terms: { wmo: 'wmo-personal-plan-term' }, duty: 'household',
    what: { nl: 'een eigen plan', en: 'a personal plan' },
  },
  'wmo-decision': {
    terms: { wmo: 'wmo-decision-term' }, duty: 'municipality', decision: true,
    what: { nl: 'het besluit over de voorziening', en: 'the decision on the provision' },
  },
  'awb-decision': {
    terms: { jeugd: 'youth-decision-term', participatiewet: 'assistance-decision-term' }, duty: 'municipality', decision: true,
    what: { nl: 'het besluit op de aanvraag', en: 'the decision on the application' },
  },
  'youth-help-plan': {
    terms: { jeugd: 'youth-help-plan-term' }, duty: 'municipality',
    what: { nl: 'het hulpverleningsplan', en: 'the help plan' },
  },
  'youth-plan-in-writing': {
    terms: { jeugd: 'youth-plan-in-writing-term' }, duty: 'municipality',
    what: { nl: 'het plan op papier', en: 'the plan in writing' },
  },
  /** After an advance the next clock starts on the counted end of this one, until there is a decision. */
  'pw-advance': {
    terms: { participatiewet: 'advance-term' }, duty: 'municipality',
    what: { nl: 'een voorschot, zolang er geen besluit is', en: 'an advance, as long as there is no decision' },
  },
  objection: {
    terms: everyLaw('objection-term'), duty: 'household',
    what: { nl: 'bezwaar tegen het besluit', en: 'an objection to the decision' },
  },
  /** Starts on the last day of the objection term. */
  'objection-decision': {
    terms: everyLaw('objection-decision-term'), duty: 'municipality', decision: true,
    what: { nl: 'het besluit op bezwaar', en: 'the decision on the objection' },
  },
  'objection-committee-decision': {
    terms: everyLaw('objection-committee-decision-term'), duty: 'municipality', decision: true,
    what: { nl: 'het besluit op bezwaar na advies van een commissie', en: 'the decision on the objection after advice of a committee' },
  },
  arrangement: {
    terms: { schuldhulp: 'arranging-phase-maximum' }, duty: 'municipality',
    what: { nl: 'een regeling met de schuldeisers', en: 'an arrangement with the creditors' },
  },
  'balance-answer': {
    terms: { schuldhulp: 'creditor-response-term' }, duty: 'creditor', reminder: 'creditor-reminder-after',
    what: { nl: 'een opgave van de schuld', en: 'a statement of the debt' },
  },
  'freeze-report-to-court': {
    terms: { schuldhulp: 'court-report-term' }, duty: 'municipality',
    what: { nl: 'het verslag aan de rechter', en: 'the report to the court' },
  },
  'early-signal-contact': {
    terms: { schuldhulp: 'early-signal-contact-term' }, duty: 'municipality',
    what: { nl: 'een poging tot contact na het vroegsignaal', en: 'an attempt at contact after the early signal' },
  },
  'early-signal-assessment': {
    terms: { schuldhulp: 'early-signal-assessment-term' }, duty: 'municipality',
    what: { nl: 'een beeld van de hulp die past', en: 'a view of the help that fits' },
  },
} as const satisfies Readonly<Record<string, ClockRule>>;

export type ClockRuleName = keyof typeof clockRules;
export const clockRuleNames = Object.keys(clockRules) as ClockRuleName[];
