import { sumOf, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { OpenedTrajectory } from '@perspectief/trajectory-domain';

export interface TandemView {
  readonly phase: 'none' | 'proposed' | 'running' | 'paused' | 'ended';
  readonly tandemId?: Uuid;
  readonly coachId?: string;
  readonly expertId?: string;
  /** The day on which the present phase, or the tandem that runs, began. */
  readonly since?: BusinessDate;
  readonly contacts: number;
  readonly minutes: number;
}

export const tandemView = ({ tandem: { current, contacts } }: OpenedTrajectory): TandemView => {
  const totals = { contacts: contacts.length, minutes: sumOf(contacts, ({ minutes }) => minutes) };
  if (current.phase === 'none') return { phase: 'none', ...totals };
  const { phase, tandemId, coachId, expertId } = current;
  return { phase, tandemId, coachId, expertId, since: sinceOf(current), ...totals };
};

type Pair = Exclude<OpenedTrajectory['tandem']['current'], { phase: 'none' }>;

const sinceOf = (pair: Pair): BusinessDate => {
  if (pair.phase === 'proposed') return pair.proposedOn;
  return pair.phase === 'ended' ? pair.endedOn : pair.startedOn;
};
