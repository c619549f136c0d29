import type { Table } from './column.js';

const text = (name: string, says: string) => ({ name, type: 'text', says }) as const;
const integer = (name: string, says: string) => ({ name, type: 'integer', says }) as const;
const day = (name: string, says: string) => ({ name, type: 'day', says }) as const;
const flag = (name: string, says: string) => ({ name, type: 'flag', says }) as const;

const caseId = text('case_id', 'Pseudonym of the case: one trajectory of one household.');

/** What a data set consists of. Every other format is written from these tables. */
export const tables = {
  events: {
    name: 'events', says: 'What happened, one row an event.', key: ['case_id', 'case_order', 'event_id'],
    columns: [
      text('event_id', 'Name of the event: its case, and its number there as recorded.'), caseId,
      integer('case_order', 'Order within the case: by day under corrected dates, then as recorded. Days tie; break ties on this.'),
      text('activity', 'What happened: the stable name of the event.'),
      { name: 'happened_at', type: 'instant', says: 'When it happened, UTC. Of precision `day` the time says nothing.' },
      text('time_precision', '`day` or `instant`.'),
      day('first_said_on', 'The day that was said first, where it was corrected later.'),
      day('recorded_on', 'The day on which it was written down.'),
      integer('stream_order', 'Order within the case as recorded.'),
      flag('is_correction', 'True: puts another event right, and is no activity. The net view leaves these out; OCEL and XES do.'),
      text('corrects_event_id', 'Event whose date is put right.'),
      text('lifecycle', 'Transition of the XES standard model, such as start or complete.'),
      text('activity_instance_id', 'Binds the start of an activity to its completion.'),
      text('resource', 'Pseudonym of who did it.'), text('role', 'Role of who did it.'),
      text('attributes', 'Other codes, counts and amounts as JSON; no free text. Amounts are whole euro cents to two digits.'),
    ],
  },
  cases: {
    name: 'cases', says: 'One row a case, as it stood on the day of the cut.', key: ['case_id'],
    columns: [
      caseId, text('household_id', 'Pseudonym of the household.'), text('arm', 'Arm of the study, by assignment.'),
      day('time_zero', 'Day of eligibility and assignment.'), flag('prevalent', 'Brought in from elsewhere later than it began.'),
      text('municipality', 'Municipality, or * where it would tell too much.'), text('area', 'Area, or coarser.'),
      text('source', 'Who sent the household, or *.'), text('year', 'Year of opening, or *.'),
      text('status', 'How far the case had come.'), text('outcome', 'How it ended; missing while it runs.'),
      day('opened_on', 'Day of opening.'), day('closed_on', 'Last day.'),
      text('attributes', 'What else an outside log says of the case, as JSON.'),
    ],
  },
  objects: {
    name: 'objects', says: 'What events are about.', key: ['object_id'],
    columns: [text('object_id', 'Pseudonym of the object.'), text('type', 'Kind of object.')],
  },
  event_object: {
    name: 'event_object', says: 'Which event is about which object.', key: ['event_id', 'object_id', 'qualifier'],
    columns: [text('event_id', 'Event.'), text('object_id', 'Object.'), text('qualifier', 'What the object is in it.')],
  },
  object_object: {
    name: 'object_object', says: 'Which object belongs to which.', key: ['object_id', 'target_id', 'qualifier'],
    columns: [text('object_id', 'Object.'), text('target_id', 'The other object.'), text('qualifier', 'How they hang together.')],
  },
  episodes: {
    name: 'episodes', says: 'Stretches of a case in one track.', key: ['case_id', 'track', 'started_on'],
    columns: [
      caseId, text('track', 'intake, support, buy-out or aftercare.'), day('started_on', 'First day.'),
      day('ended_on', 'Last day; missing while it ran on the day of the cut.'), integer('days', 'Whole days.'),
    ],
  },
  spells: {
    name: 'spells', says: 'Rows for survival analysis: at risk where start < t <= stop.', key: ['case_id'],
    columns: [
      caseId, text('household_id', 'Pseudonym of the household: cases of one household are not independent.'), text('arm', 'Arm of the study.'),
      { name: 'start', type: 'number', says: 'Days from time zero at which observation began (left truncation above 0).' },
      { name: 'stop', type: 'number', says: 'Days from time zero at which it ended; an event on the day itself is half a day.' },
      integer('cause', '0 censored, 1 the outcome, 2 a competing event.'), text('ending', 'Why observation ended.'),
      flag('informative', 'Leaving that may hang together with the outcome.'),
    ],
  },
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof tables;
export const allTables: readonly Table[] = Object.values(tables);
