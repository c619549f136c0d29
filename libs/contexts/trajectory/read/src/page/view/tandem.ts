import { sumOf, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { OpenedTrajectory } from '@perspectief/trajectory-domain';

/** One contact of the pair with the household. The note is for those two alone. */
export interface TandemContactView {
  readonly contactId: Uuid;
  readonly kind: string;
  readonly minutes: number;
  readonly note?: string;
  readonly on: BusinessDate;
  readonly by: string;
}

export interface TandemView {
  readonly phase: 'none' | 'proposed' | 'running' | 'paused' | 'ended';
  readonly tandemId?: Uuid;
  readonly coachId?: string;
  readonly expertId?: string;
  /** The day on which the present phase, or the tandem that runs, began. */
  readonly since?: BusinessDate;
  readonly contacts: number;
  readonly minutes: number;
  /** Contacts of this pair, in the order recorded; those of an earlier pair are in the totals only. */
  readonly contactLog: readonly TandemContactView[];
}

type Contact = OpenedTrajectory['tandem']['contacts'][number];

const contactView = ({ contactId, kind, minutes, note, on, by }: Contact): TandemContactView => ({
  ...{ contactId, kind, minutes, on, by },
  ...(note !== undefined && { note }),
});

export const tandemView = ({ tandem: { current, contacts } }: OpenedTrajectory): TandemView => {
  const totals = { contacts: contacts.length, minutes: sumOf(contacts, ({ minutes }) => minutes) };
  if (current.phase === 'none') return { phase: 'none', ...totals, contactLog: [] };
  const { phase, tandemId, coachId, expertId } = current;
  const contactLog = contacts.filter((contact) => contact.tandemId === tandemId).map(contactView);
  return { phase, tandemId, coachId, expertId, since: sinceOf(current), ...totals, contactLog };
};

type Pair = Exclude<OpenedTrajectory['tandem']['current'], { phase: 'none' }>;

const sinceOf = (pair: Pair): BusinessDate => {
  if (pair.phase === 'proposed') return pair.proposedOn;
  return pair.phase === 'ended' ? pair.endedOn : pair.startedOn;
};
