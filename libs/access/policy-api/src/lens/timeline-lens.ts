import type { Part } from '@perspectief/access';
import type { TimelineEntry, TrackName } from '@perspectief/trajectory-read';
import { readsStory, type Eyes } from './eyes.js';

const partOfTrack: Readonly<Record<TrackName, Part>> = {
  intake: 'summary',
  story: 'contacts',
  plan: 'plan',
  debts: 'debts',
  tandem: 'tandem',
  'crisis-freeze': 'freezes',
  'debt-buy-out': 'buy-outs',
  aftercare: 'aftercare',
  learning: 'learning',
};

/** Where one kind of event is not what its track is. */
const partOfType: Partial<Readonly<Record<TimelineEntry['type'], Part>>> = {
  FirstConversationHeld: 'conversations',
  LifeAreasAssessed: 'scores',
  StoryTold: 'stories',
  StoryCorrected: 'stories',
  // The reason for putting a date right may be about anything: as closed as the notes of contacts.
  DateCorrected: 'contacts',
  AftercareStarted: 'appointments',
};

/** All of these must be open: what kind of work it is, and the law in whose work it was written. */
const partsOf = ({ type, track, domain }: Pick<TimelineEntry, 'type' | 'track' | 'domain'>): readonly Part[] => {
  const part = partOfType[type] ?? partOfTrack[track];
  return domain === undefined ? [part] : [part, domain];
};

/** Whether this line of the story is for this viewer. */
export const seesEntry = (eyes: Eyes, entry: Pick<TimelineEntry, 'type' | 'track' | 'domain' | 'story'>): boolean =>
  partsOf(entry).every((part) => eyes.parts.has(part)) && (entry.story === undefined || readsStory(eyes, entry.story));

/** Reasons of corrections are free text of somebody else's work. */
export const entrySeen = (entry: TimelineEntry, { parts }: Eyes): TimelineEntry => {
  if (!entry.corrected || parts.has('contacts')) return entry;
  const { corrected: _, ...rest } = entry;
  return rest;
};
