import { dayOf, dayOfMoment, type BusinessDate } from '@perspectief/kernel';
import { underCorrectedDates, type DatedFact, type TrajectoryFact } from '@perspectief/evaluation-replay';
import type { Row } from '../tables/column.js';
import { attributesOf } from './attributes.js';
import { namesOf, type Mention } from './objects.js';

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

interface Of {
  readonly caseId: string;
  /** In the order of recording. */
  readonly facts: readonly TrajectoryFact[];
}

/** By day under corrected dates, ties as recorded: one order, on any machine. */
const inCaseOrder = (facts: readonly TrajectoryFact[]): readonly Placed[] =>
  underCorrectedDates(facts)
    .map((fact, index): Placed => ({ fact, recorded: index + 1 }))
    .sort((one, other) => {
      if (one.fact.happenedOn === other.fact.happenedOn) return one.recorded - other.recorded;
      return one.fact.happenedOn < other.fact.happenedOn ? -1 : 1;
    });

/** An event is named after its case and its number there: that says nothing which does not stand beside it. */
const eventName = (caseId: string, recorded: number): string => `${caseId}-${recorded}`;

const correctedBy = (fact: DatedFact, caseId: string, facts: readonly TrajectoryFact[]): string | undefined => {
  if (fact.type !== 'DateCorrected') return undefined;
  const index = facts.findIndex(({ id }) => id === fact.data.eventId);
  return index < 0 ? undefined : eventName(caseId, index + 1);
};

const rowOf = ({ fact, recorded }: Placed, order: number, { caseId, facts }: Of, { pseudonymOf, shifted }: Telling): Row => {
  const eventId = eventName(caseId, recorded);
  return {
    event_id: eventId, case_id: caseId, case_order: order, activity: fact.type,
    happened_at: `${shifted(dayOf(fact.happenedOn))}T00:00:00.000Z`, time_precision: 'day',
    first_said_on: fact.firstSaidOn && shifted(dayOf(fact.firstSaidOn)), recorded_on: shifted(dayOfMoment(fact.recordedAt)),
    stream_order: recorded, is_correction: corrections.has(fact.type),
    corrects_event_id: correctedBy(fact, caseId, facts),
    lifecycle: 'complete', activity_instance_id: eventId, resource: pseudonymOf(fact.actor.id), role: fact.actor.role,
    attributes: attributesOf(fact),
  };
};

export interface CaseEvents {
  readonly events: readonly Row[];
  readonly objects: readonly Row[];
  readonly eventObject: readonly Row[];
  readonly objectObject: readonly Row[];
}

/** The rows of one case: events in order, what they are about, and how that hangs together. */
export const caseEvents = (facts: readonly TrajectoryFact[], ids: { readonly trajectory: string; readonly household: string }, telling: Telling): CaseEvents => {
  const { pseudonymOf } = telling;
  const [caseId, householdId] = [pseudonymOf(ids.trajectory), pseudonymOf(ids.household)];
  const placed = inCaseOrder(facts);
  const mentioned = namesOf(facts, caseId, pseudonymOf);
  const events = placed.map((one, index) => rowOf(one, index + 1, { caseId, facts }, telling));
  const objects = new Map<string, string>([[caseId, 'trajectory'], [householdId, 'household']]);
  const eventObject: Row[] = [];
  const objectObject = new Map<string, Row>([['', { object_id: caseId, target_id: householdId, qualifier: 'of' }]]);
  placed.forEach(({ recorded }, index) => {
    const eventId = events[index]?.['event_id'];
    eventObject.push({ event_id: eventId, object_id: caseId, qualifier: 'in' }, { event_id: eventId, object_id: householdId, qualifier: 'of' });
    for (const { id: objectId, type, qualifier } of mentioned[recorded - 1] as readonly Mention[]) {
      objects.set(objectId, objects.get(objectId) ?? type);
      eventObject.push({ event_id: eventId, object_id: objectId, qualifier });
      if (type !== 'worker' && type !== 'budget') objectObject.set(objectId, { object_id: objectId, target_id: caseId, qualifier: 'part of' });
    }
  });
  return { events, objects: [...objects].map(([object_id, type]) => ({ object_id, type })), eventObject, objectObject: [...objectObject.values()] };
};
