import { randomUUID } from 'node:crypto';
import { isUuid, parseBusinessDate, type Actor, type Instant, type Uuid } from '@perspectief/kernel';

/** What was done with a file. `listed`: its household stood in a list; `denied`: a try that got nothing. */
export const lookActions = ['read', 'write', 'denied', 'listed', 'exported', 'break-glass'] as const;
export type LookAction = (typeof lookActions)[number];

/** One look at files, as whoever answers it tells it. Holds no word of the file itself. */
export interface Look {
  readonly person: Actor;
  readonly action: LookAction;
  /** Name of the query or command, such as `timeline` or `AgreePlan`. */
  readonly what: string;
  /** All households that the answer is about; none for a try that found nothing, or for work on the directory. */
  readonly householdIds: readonly Uuid[];
  readonly trajectoryIds?: readonly Uuid[];
  /** What for: a word of `purposes`, or the reason that was given for breaking the glass. */
  readonly purpose: string;
  /** The law in whose work it was done. */
  readonly law?: string;
  /** The day that the page was asked for. */
  readonly asOf?: string;
  /** The person, team or area that work on the directory was about. */
  readonly about?: string;
  /** When the request came in; without it, now. */
  readonly startedAt?: Instant;
  /** 32 hexadecimal digits (W3C Trace Context) that looks of one request share; without it, one of its own. */
  readonly traceId?: string;
}

/** A look as it is kept. */
export interface KeptLook {
  /** Grows with time; a cursor. */
  readonly id: string;
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly person: Actor;
  readonly action: LookAction;
  readonly what: string;
  readonly purpose: string;
  readonly law?: string;
  readonly householdIds: readonly Uuid[];
  readonly trajectoryIds: readonly Uuid[];
  readonly asOf?: string;
  readonly about?: string;
}

/** The row of a look, as the INSERT reads it from JSON. */
export interface LookRow {
  readonly trace_id: string;
  readonly span_id: string;
  readonly started_at: Instant;
  readonly person_id: string;
  readonly role: string;
  readonly action: LookAction;
  readonly what: string;
  readonly purpose: string;
  readonly law: string | null;
  readonly household_ids: readonly Uuid[];
  readonly trajectory_ids: readonly Uuid[];
  readonly as_of: string | null;
  readonly about: string | null;
}

const LONGEST = 500;
const TRACE = /^[0-9a-f]{32}$/;

/** One row that the server refuses would take the looks of others with it: nothing here can be refused. */
const storable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').slice(0, LONGEST);

/** So many digits that nobody can foresee. */
const digits = (count: 16 | 32): string => randomUUID().replaceAll('-', '').slice(0, count);

const uuids = (ids: readonly Uuid[] = []): readonly Uuid[] => [...new Set(ids.filter(isUuid))];

export const rowOf = (look: Look, now: Instant): LookRow => ({
  trace_id: look.traceId && TRACE.test(look.traceId) ? look.traceId : digits(32),
  span_id: digits(16),
  started_at: look.startedAt ?? now,
  person_id: storable(look.person.id),
  role: storable(look.person.role),
  action: look.action,
  what: storable(look.what),
  purpose: storable(look.purpose),
  law: look.law === undefined ? null : storable(look.law),
  household_ids: uuids(look.householdIds),
  trajectory_ids: uuids(look.trajectoryIds),
  as_of: parseBusinessDate(look.asOf) ?? null,
  about: look.about === undefined ? null : storable(look.about),
});
