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
  SafetyTaskOpened: 'safety',
  SafetyTaskClosed: 'safety',
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

/** An expert sees appointments, and of check-ins how it went in the own ones (EX-06). */
const isOwnCheckIn = ({ viewer, parts }: Eyes, { type, actor }: Pick<TimelineEntry, 'type' | 'actor'>): boolean =>
  type === 'CheckInHeld' && parts.has('appointments') && actor.id === viewer.personId;

/** Whether this line of the story is for this viewer. */
export const seesEntry = (eyes: Eyes, entry: Pick<TimelineEntry, 'type' | 'track' | 'domain' | 'story' | 'actor'>): boolean =>
  isOwnCheckIn(eyes, entry) || (partsOf(entry).every((part) => eyes.parts.has(part)) && (entry.story === undefined || readsStory(eyes, entry.story)));

type Noted = Pick<TimelineEntry, 'type' | 'domain' | 'actor' | 'note'>;

/** How a household was made safe may tell of anything, whatever law the task stands under. */
const partOfNote = ({ type, domain }: Noted): Part => (domain === 'schuldhulp' && type !== 'SafetyTaskClosed' ? 'debt-notes' : 'notes');

/** A note is read by who wrote it, by whose work it belongs to, and one of a tandem by those two alone. */
const readsNote = ({ viewer, parts }: Eyes, entry: Noted): boolean =>
  entry.note?.for ? parts.has('tandem-notes') && entry.note.for.includes(viewer.personId) : entry.actor.id === viewer.personId || parts.has(partOfNote(entry));

/** A line as this viewer reads it: its note as text. */
export type EntrySeen = Omit<TimelineEntry, 'note'> & { readonly note?: string };

/** Notes and reasons of corrections are free text of somebody else's work. */
export const entrySeen = ({ note, corrected, ...entry }: TimelineEntry, eyes: Eyes): EntrySeen => ({
  ...entry,
  ...(corrected && eyes.parts.has('contacts') && { corrected }),
  ...(note && readsNote(eyes, { ...entry, note }) && { note: note.text }),
});
