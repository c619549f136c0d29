import type { OpenedTrajectory } from '@perspectief/trajectory-domain';
import type { EffectiveEvent } from '../page/effective-events.js';
import type { DataOf, EventType } from './sentence.js';

/** What somebody wrote beside a fact, in their own words. */
export interface Note {
  readonly text: string;
  /** The people whom it is for alone; without them, whoever may read notes of this kind of work. */
  readonly for?: readonly string[];
}

const noteFields = {
  ContactLogged: 'note',
  LifeAreasAssessed: 'note',
  GoalDropped: 'reason',
  ApplicationDecided: 'note',
  TermExtended: 'reason',
  TandemContactLogged: 'note',
  SafetyTaskClosed: 'result',
  FreezeBreached: 'note',
  FreezeLifted: 'reason',
  DebtCorrected: 'reason',
  DebtRemoved: 'reason',
  BuyOutDrafted: 'motivation',
  OfferAccepted: 'reason',
  OfferRefused: 'reason',
  FundingRefused: 'reason',
  BuyOutFailed: 'reason',
  CheckInHeld: 'note',
  SetbackReported: 'note',
  SupportResumed: 'reason',
  TrajectoryClosed: 'note',
} as const satisfies { readonly [Type in EventType]?: keyof DataOf<Type> };

/** The two of the tandem in which a contact was; of an earlier tandem nobody is left. */
const pairOf = (tandemId: string, { tandem: { current } }: OpenedTrajectory): readonly string[] =>
  current.phase !== 'none' && current.tandemId === tandemId ? [current.coachId, current.expertId] : [];

export const noteOf = (event: EffectiveEvent, page: OpenedTrajectory): Note | undefined => {
  const field = (noteFields as Partial<Record<EventType, string>>)[event.type];
  const text = field && (event.data as Readonly<Record<string, unknown>>)[field];
  if (typeof text !== 'string' || text === '') return undefined;
  return event.type === 'TandemContactLogged' ? { text, for: pairOf(event.data.tandemId, page) } : { text };
};
