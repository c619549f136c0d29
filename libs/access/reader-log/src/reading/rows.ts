import type { KeptLook, LookAction } from '../look.js';

/** A row of access.reader_log as the queries of this folder select it. */
export interface KeptRow {
  readonly id: string;
  readonly trace_id: string;
  readonly span_id: string;
  readonly started_at: Date;
  readonly ended_at: Date;
  readonly person_id: string;
  readonly role: string;
  readonly action: LookAction;
  readonly what: string;
  readonly purpose: string;
  readonly law: string | null;
  readonly household_ids: string[];
  readonly trajectory_ids: string[];
  readonly as_of: string | null;
  readonly about: string | null;
}

/** Arrays by `to_json`: without it the driver gives uuid[] as text. */
export const COLUMNS = `l.id::text, l.trace_id, l.span_id, l.started_at, l.ended_at, l.person_id, l.role, l.action, l.what, l.purpose, l.law,
  to_json(l.household_ids) as household_ids, to_json(l.trajectory_ids) as trajectory_ids, l.as_of::text, l.about`;

export const lookOf = (row: KeptRow): KeptLook => ({
  id: row.id,
  traceId: row.trace_id,
  spanId: row.span_id,
  startedAt: row.started_at.toISOString(),
  endedAt: row.ended_at.toISOString(),
  person: { id: row.person_id, role: row.role },
  action: row.action,
  what: row.what,
  purpose: row.purpose,
  ...(row.law !== null && { law: row.law }),
  householdIds: row.household_ids,
  trajectoryIds: row.trajectory_ids,
  ...(row.as_of !== null && { asOf: row.as_of }),
  ...(row.about !== null && { about: row.about }),
});
