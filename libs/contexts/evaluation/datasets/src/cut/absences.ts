import { idOfStream, type Recorded } from '@perspectief/kernel';

/** From where in the log to where a household is in no study: since it was erased, or for as long as only named people may find it. */
export interface Absence {
  readonly because: 'erased' | 'restricted';
  readonly from: string;
  readonly to?: string;
}

/** By household. */
export type Absences = ReadonlyMap<string, readonly Absence[]>;

const isOpen = ({ because, to }: Absence): boolean => because === 'restricted' && to === undefined;

/** Takes note of an event that makes a household absent, or brings it back. */
export const noteAbsence = (absences: Map<string, readonly Absence[]>, { type, stream, position }: Pick<Recorded, 'type' | 'stream' | 'position'>): void => {
  if (type !== 'HouseholdErased' && type !== 'HouseholdRestricted' && type !== 'RestrictionLifted') return;
  const household = idOfStream(stream);
  const noted = absences.get(household) ?? [];
  if (type === 'RestrictionLifted') absences.set(household, noted.map((absence) => (isOpen(absence) ? { ...absence, to: position } : absence)));
  else absences.set(household, [...noted, { because: type === 'HouseholdErased' ? 'erased' : 'restricted', from: position }]);
};

/** What these events say of the absence of households. */
export const absencesIn = (events: Iterable<Pick<Recorded, 'type' | 'stream' | 'position'>>): Absences => {
  const absences = new Map<string, readonly Absence[]>();
  for (const event of events) noteAbsence(absences, event);
  return absences;
};

/** Whether a household is absent at a position; without one, at the end of the log. */
export const isAbsent = (absences: Absences, household: string, position?: string): boolean =>
  absences.get(household)?.some(({ from, to }) => (position === undefined ? to === undefined : from <= position && (to === undefined || position < to))) ?? false;
