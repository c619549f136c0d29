import { isUuid } from '@perspectief/kernel';
import type { TrajectoryFact } from '@perspectief/evaluation-replay';

/** Something an event is about, by its id in the log. */
export interface Mention {
  readonly id: string;
  readonly type: string;
  readonly qualifier: string;
}

const workers: ReadonlySet<string> = new Set(['coachId', 'expertId', 'who', 'requestedBy', 'approvedBy', 'rejectedBy']);
const notObjects: ReadonlySet<string> = new Set(['eventId', 'trajectoryId', 'householdId']);

/** `debtId` and `debts` are about a debt, `buyOutId` about a buy-out. */
const types = new Map<string, string>();
const typeOf = (field: string): string => {
  const type = types.get(field) ?? field.replace(/(?:Id|s)$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  types.set(field, type);
  return type;
};

const mentionsIn = (field: string, value: unknown): readonly Mention[] => {
  if (Array.isArray(value)) return value.flatMap((one) => mentionsIn(field, one));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, part]) => mentionsIn(key, part));
  if (typeof value !== 'string' || notObjects.has(field)) return [];
  if (workers.has(field)) return [{ id: value, type: 'worker', qualifier: typeOf(field) }];
  return isUuid(value) ? [{ id: value, type: typeOf(field), qualifier: typeOf(field) }] : [];
};

/** The objects that an event names, each once for each part it plays in it. */
const mentionsOf = ({ data }: TrajectoryFact): readonly Mention[] => {
  const all = mentionsIn('', data);
  return all.length < 2 ? all : [...new Map(all.map((mention) => [`${mention.id} ${mention.qualifier}`, mention])).values()];
};

/** What cases have in common goes by one name in all of them. */
const shared: ReadonlySet<string> = new Set(['worker', 'budget']);

/**
 * What each fact is about, under the names of the study. A thing of one case is named after the case and the order in which things of its kind were first
 * mentioned there: later facts change no name, and the name says nothing that does not stand beside it.
 */
export const namesOf = (facts: readonly TrajectoryFact[], caseId: string, pseudonymOf: (id: string) => string): readonly (readonly Mention[])[] => {
  const [names, numbers] = [new Map<string, string>(), new Map<string, number>()];
  const first = (type: string): string => {
    const number = (numbers.get(type) ?? 0) + 1;
    numbers.set(type, number);
    return `${caseId}-${type}-${number}`;
  };
  const nameOf = ({ id, type }: Mention): string => {
    const name = names.get(id) ?? (shared.has(type) ? pseudonymOf(id) : first(type));
    names.set(id, name);
    return name;
  };
  return facts.map((fact) => mentionsOf(fact).map((mention) => ({ ...mention, id: nameOf(mention) })));
};
