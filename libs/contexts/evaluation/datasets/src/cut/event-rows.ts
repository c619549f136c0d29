import { dayOf, dayOfMoment, type BusinessDate } from '@perspectief/kernel';
import { underCorrectedDates, type DatedFact, type TrajectoryFact } from '@perspectief/evaluation-replay';
import { attributesOf } from './attributes.js';
import { namesOf, type Mention } from './objects.js';
import type { Into } from './staged.js';

/** How ids and days of one household are told. */
export interface Telling {
  readonly pseudonymOf: (id: string) => string;
  readonly shifted: (day: BusinessDate) => BusinessDate;
}

const corrections: ReadonlySet<string> = new Set(['DateCorrected', 'DebtCorrected', 'StoryCorrected']);

interface Placed {
  readonly fact: DatedFact;
  readonly recorded: number;
}

/** By day under corrected dates, ties as recorded: one order, on any machine. */
const inCaseOrder = (facts: readonly TrajectoryFact[]): readonly Placed[] =>
  underCorrectedDates(facts)
    .map((fact, index): Placed => ({ fact, recorded: index + 1 }))
    .sort((one, other) => {
      if (one.fact.happenedOn === other.fact.happenedOn) return one.recorded - other.recorded;
      return one.fact.happenedOn < other.fact.happenedOn ? -1 : 1;
    });

/** The number of the event whose date is put right; an event is named after its case and its number there. */
const correctedBy = (fact: DatedFact, facts: readonly TrajectoryFact[]): number | undefined => {
  if (fact.type !== 'DateCorrected') return undefined;
  const index = facts.findIndex(({ id }) => id === fact.data.eventId);
  return index < 0 ? undefined : index + 1;
};

/** Tells one case: its events in order, what they are about, and how that hangs together. */
export const tellEvents = (facts: readonly TrajectoryFact[], caseId: string, { pseudonymOf, shifted }: Telling, into: Pick<Into, 'events' | 'mentions' | 'objects'>): void => {
  const mentioned = namesOf(facts, caseId, pseudonymOf);
  const objects = new Map<string, Mention>();
  inCaseOrder(facts).forEach(({ fact, recorded }, index) => {
    into.events.add({
      case_id: caseId, case_order: index + 1, stream_order: recorded, activity: fact.type, happened_on: shifted(dayOf(fact.happenedOn)),
      first_said_on: fact.firstSaidOn && shifted(dayOf(fact.firstSaidOn)), recorded_on: shifted(dayOfMoment(fact.recordedAt)),
      is_correction: corrections.has(fact.type), corrects: correctedBy(fact, facts),
      resource: pseudonymOf(fact.actor.id), role: fact.actor.role, attributes: attributesOf(fact),
    });
    for (const mention of mentioned[recorded - 1] as readonly Mention[]) {
      if (!objects.has(mention.id)) objects.set(mention.id, mention);
      into.mentions.add({ case_id: caseId, stream_order: recorded, object_id: mention.id, qualifier: mention.qualifier });
    }
  });
  for (const { id, type } of objects.values()) into.objects.add({ case_id: caseId, object_id: id, type, part: type !== 'worker' && type !== 'budget' });
};
