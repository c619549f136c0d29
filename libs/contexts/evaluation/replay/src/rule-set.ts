import type { Cents } from '@perspectief/kernel';
import type { Bilingual, Override } from '@perspectief/law';
import type { TrajectoryEvent } from '@perspectief/trajectory-domain';
import type { PotFact, TrajectoryFact } from './facts.js';

export type ThreatKind = Extract<TrajectoryEvent, { type: 'ThreatReported' }>['data']['threat'];

/** "What if the rules had been otherwise": other numbers of the law, another mandate, or a threat read as another one. */
export interface RuleSet {
  readonly name: string;
  readonly says: Bilingual;
  readonly overrides: readonly Override[];
  /** What every coach could spend without asking, whole euro cents. */
  readonly mandate?: Cents;
  /** Under these rules a threat counts as another kind: district heating as energy. */
  readonly threatCountsAs?: Readonly<Partial<Record<ThreatKind, ThreatKind>>>;
}

/** The rule sets that evaluators asked for first; a study may bring its own. */
export const ruleSets = {
  'mandate-250': {
    name: 'mandate-250', overrides: [], mandate: 25_000,
    says: { nl: 'De coach beslist alleen tot € 250.', en: 'The coach decides alone up to € 250.' },
  },
  'freeze-for-heat': {
    name: 'freeze-for-heat', overrides: [], threatCountsAs: { 'heat-cutoff': 'energy-cutoff' },
    says: { nl: 'Een smal moratorium kan ook bij stadsverwarming.', en: 'A narrow freeze is possible for district heating too.' },
  },
  'conversation-in-two-weeks': {
    name: 'conversation-in-two-weeks', overrides: [{ key: 'first-conversation-term', value: 2, name: 'conversation-in-two-weeks' }],
    says: { nl: 'Het eerste gesprek is binnen twee weken.', en: 'The first conversation is within two weeks.' },
  },
  'equal-creditors': {
    name: 'equal-creditors', overrides: [{ key: 'preferential-weight', value: 1, name: 'equal-creditors' }],
    says: { nl: 'Schuldeisers met voorrang krijgen hetzelfde percentage als andere.', en: 'Creditors with priority get the same percentage as others.' },
  },
} as const satisfies Readonly<Record<string, RuleSet>>;

/** A copy of the fact as these rules read it; history itself stays as it is. */
export const threatUnder = ({ threatCountsAs }: RuleSet, fact: TrajectoryFact): TrajectoryFact => {
  if (fact.type !== 'ThreatReported') return fact;
  const threat = threatCountsAs?.[fact.data.threat];
  return threat ? { ...fact, data: { ...fact.data, threat } } : fact;
};

export const mandateUnder = ({ mandate }: RuleSet, fact: PotFact): PotFact =>
  mandate !== undefined && fact.type === 'MandateGranted' ? { ...fact, data: { ...fact.data, perRequest: mandate } } : fact;
