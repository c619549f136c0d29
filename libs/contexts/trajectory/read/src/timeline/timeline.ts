import { daysBetween, dayOf, dayOfMoment, type Actor, type Domain, type Instant, type LocalDateTime, type Uuid } from '@perspectief/kernel';
import type { OpenedTrajectory } from '@perspectief/trajectory-domain';
import { effectiveEvents, type EffectiveEvent, type PointInTime, type TrajectoryFact } from '../page/effective-events.js';
import { foldPage } from '../page/fold-page.js';
import { domainOf, personsIn } from './domains.js';
import { noteOf, type Note } from './notes.js';
import type { Bilingual, EventType } from './sentence.js';
import { sentenceOf, trackOf, type TrackName } from './sentences/index.js';

export interface TimelineEntry {
  readonly eventId: Uuid;
  readonly type: EventType;
  readonly position: string;
  /** As it stands now, after any correction. */
  readonly happenedOn: LocalDateTime;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly track: TrackName;
  readonly domain?: Domain;
  readonly persons: readonly string[];
  readonly sentence: Bilingual;
  readonly corrected?: { readonly firstSaidOn: LocalDateTime; readonly reason: string };
  /** For a correction: the event whose date it puts right. */
  readonly corrects?: Uuid;
  /** Of a story: who told it, and for whom. */
  readonly story?: { readonly toldBy: string; readonly visibleTo: readonly string[] };
  readonly note?: Note;
  /** Recorded more than a day after it happened. */
  readonly late: boolean;
}

const isLate = ({ happenedOn, recordedAt, corrected }: EffectiveEvent): boolean =>
  daysBetween(dayOf(corrected?.firstSaidOn ?? happenedOn), dayOfMoment(recordedAt)) > 1;

const storyOf = (event: EffectiveEvent, { story }: OpenedTrajectory): TimelineEntry['story'] => {
  if (event.type !== 'StoryTold' && event.type !== 'StoryCorrected') return undefined;
  const told = story.stories.find(({ storyId }) => storyId === event.data.storyId);
  return told && { toldBy: told.toldBy, visibleTo: told.visibleTo };
};

const entryOf = (event: EffectiveEvent, page: OpenedTrajectory): TimelineEntry => {
  const domain = domainOf(event, page);
  const story = storyOf(event, page);
  const note = noteOf(event, page);
  return {
    eventId: event.id,
    type: event.type,
    position: event.position,
    happenedOn: event.happenedOn,
    recordedAt: event.recordedAt,
    actor: event.actor,
    track: trackOf(event.type),
    ...(domain && { domain }),
    persons: personsIn(event),
    sentence: sentenceOf(event, page),
    ...(event.corrected && { corrected: event.corrected }),
    ...(story && { story }),
    ...(note && { note }),
    ...(event.type === 'DateCorrected' && { corrects: event.data.eventId }),
    late: isLate(event),
  };
};

export const inOrderOfHappening = (one: { happenedOn: string; position: string }, other: { happenedOn: string; position: string }): number =>
  compare(one.happenedOn, other.happenedOn) || compare(one.position, other.position);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The story of a trajectory in plain sentences, by the day on which things happened. */
export const timelineOf = (events: readonly TrajectoryFact[], at: PointInTime = {}): readonly TimelineEntry[] => {
  const effective = effectiveEvents(events, at);
  const page = foldPage(effective);
  if (page.phase === 'none') return [];
  return effective.map((event) => entryOf(event, page)).sort(inOrderOfHappening);
};
