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
const typeOf = (field: string): string =>
  field.replace(/(?:Id|s)$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const mentionsIn = (field: string, value: unknown): readonly Mention[] => {
  if (Array.isArray(value)) return value.flatMap((one) => mentionsIn(field, one));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, part]) => mentionsIn(key, part));
  if (typeof value !== 'string' || notObjects.has(field)) return [];
  if (workers.has(field)) return [{ id: value, type: 'worker', qualifier: typeOf(field) }];
  return isUuid(value) ? [{ id: value, type: typeOf(field), qualifier: typeOf(field) }] : [];
};

/** The objects that an event names, each once for each part it plays in it. */
export const mentionsOf = ({ data }: TrajectoryFact): readonly Mention[] => {
  const found = new Map(mentionsIn('', data).map((mention) => [`${mention.id} ${mention.qualifier}`, mention]));
  return [...found.values()];
};
