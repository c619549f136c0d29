import type { Recorded, Refusal } from '@perspectief/kernel';
import { placeOf, positionOf, type AppendRequest, type CommandIdentity, type Expected, type Outcome, type Position, type ReadStreamOptions } from '@perspectief/event-store';
import type { QueryConfig } from 'pg';

/** -1 any, -2 exists, 0 none, n exactly n. */
const expectedNumber = (expected: Expected): number => {
  if (expected === 'any') return -1;
  if (expected === 'exists') return -2;
  return expected === 'none' ? 0 : expected;
};

const plainArray = (items: readonly (string | number)[]): string => `{${items.join(',')}}`;
const quotedArray = (items: readonly string[]): string => plainArray(items.map((item) => `"${item.replaceAll(/["\\]/g, '\\$&')}"`));

const appendValues = (r: AppendRequest): unknown[] => [
  r.stream, expectedNumber(r.expected), r.command.id, r.command.hash, r.actor.id, r.actor.role, r.correlationId, r.causationId,
  r.municipality, r.recordedAt ?? null, plainArray(r.events.map((e) => e.id)), quotedArray(r.events.map((e) => e.type)),
  plainArray(r.events.map((e) => e.schemaVersion)), plainArray(r.events.map((e) => e.happenedOn)),
];
const dataOf = (r: AppendRequest): object[] => r.events.map((event) => event.data);
const seenOf = (r: AppendRequest): (string | number)[][] => (r.seen ?? []).map(({ stream, version }) => [stream, version]);

const APPEND = {
  name: 'log.append',
  text: 'select log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)::text as drawn',
};
const APPEND_SEEN = {
  name: 'log.append_seen',
  text: 'select log.append_seen($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)::text as drawn',
};

export const appendStatement = (request: AppendRequest): QueryConfig => {
  const values = [...appendValues(request), JSON.stringify(dataOf(request))];
  return request.seen?.length ? { ...APPEND_SEEN, values: [...values, JSON.stringify(seenOf(request))] } : { ...APPEND, values };
};

export const appendManyStatement = (requests: readonly AppendRequest[]): QueryConfig => ({
  name: 'log.append_many',
  text: 'select * from log.append_many($1)',
  values: [JSON.stringify(requests.map((request) => [...appendValues(request), dataOf(request)]))],
});

export const appendInTurnStatement = (requests: readonly AppendRequest[]): QueryConfig => ({
  name: 'log.append_in_turn',
  text: 'select drawn from log.append_in_turn($1)',
  values: [JSON.stringify(requests.map((request) => [...appendValues(request), dataOf(request), seenOf(request)]))],
});

/** `{version before,position,...}`; null when the command was here before. */
export interface AppendRow {
  readonly drawn: string | null;
}

/** What the server said of one append among many. */
export interface AppendManyRow extends AppendRow {
  readonly code: string | null;
  readonly constraint: string | null;
  readonly detail: string | null;
  readonly message: string | null;
}

export interface Accepted {
  readonly version: number;
  readonly positions: readonly Position[];
}

export const acceptedOf = (request: AppendRequest, drawn: string): Accepted => {
  const [before, ...numbers] = drawn.slice(1, -1).split(',');
  return { version: Number(before) + numbers.length, positions: request.events.map((event, index) => positionOf(numbers[index] ?? '', event.id)) };
};

export const rememberStatement = (command: CommandIdentity, stream: string, refused: Refusal): QueryConfig => ({
  name: 'log.remember',
  text: 'select log.remember($1, $2, $3, $4) as stored',
  values: [stream, command.id, command.hash, JSON.stringify(refused)],
});

export const outcomeStatement = (command: CommandIdentity, stream?: string): QueryConfig => ({
  name: 'log.outcome_of',
  text: 'select version, positions, ids::text[], refused from log.outcome_of($1, $2, $3)',
  values: [command.id, command.hash, stream ?? null],
});

export interface OutcomeRow {
  readonly version: number;
  readonly positions: readonly string[];
  readonly ids: readonly string[];
  readonly refused: Refusal | null;
}

export const storedOutcome = (row: OutcomeRow): Outcome =>
  row.refused
    ? { refused: row.refused }
    : { accepted: { version: row.version, positions: row.positions.map((number, index) => positionOf(number, row.ids[index] ?? '')) } };

/** Times leave the server as text: a Date would cost time and move civil time into the zone of this machine. */
const COLUMNS = `e.position, e.stream, e.stream_version, e.id, e.type, e.schema_version, e.data, e.happened_on::text,
  (e.recorded_at at time zone 'UTC')::text, e.actor_id, e.actor_role, e.command_id, e.correlation_id, e.causation_id, e.municipality`;

export const readAllStatement = (after: Position | undefined, limit: number): QueryConfig & { rowMode: 'array' } => {
  const place = after === undefined ? { number: '0', idStart: '' } : placeOf(after);
  return { name: 'log.read_all', text: `select ${COLUMNS} from log.read_all($1, $2, $3) e`, values: [place.number, place.idStart, limit], rowMode: 'array' };
};

const streamSql = (range: string, order: string): string => `select ${COLUMNS} from log.events e
  where e.stream = $1 and ${range} and ($3::date is null or e.happened_on < $3::date + 1) and ($4::timestamptz is null or e.recorded_at <= $4)
  order by e.stream_version ${order} limit $5`;

const FORWARDS = streamSql('e.stream_version >= coalesce($2, 1)', 'asc');
const BACKWARDS = streamSql('e.stream_version <= coalesce($2, 2147483647)', 'desc');

export const readStreamStatement = (stream: string, o: ReadStreamOptions): QueryConfig & { rowMode: 'array' } => {
  const backwards = o.direction === 'backwards';
  return {
    name: backwards ? 'log.backwards' : 'log.forwards',
    text: backwards ? BACKWARDS : FORWARDS,
    values: [stream, o.from ?? null, o.asOf ?? null, o.knownAt ?? null, o.limit ?? null],
    rowMode: 'array',
  };
};

export type EventRow = [
  position: string, stream: string, streamVersion: number, id: string, type: string, schemaVersion: number, data: object, happenedOn: string,
  recordedAt: string, actorId: string, actorRole: string, commandId: string, correlationId: string, causationId: string, municipality: string,
];

/** `2024-01-12 09:30:00.12` of the server becomes `2024-01-12T09:30:00.120Z`. */
const instantOf = (text: string): string => `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, 23).padEnd(3, '0')}Z`;

export const recordedOf = (row: EventRow): Recorded => ({
  id: row[3], type: row[4], schemaVersion: row[5], data: row[6], stream: row[1], streamVersion: row[2], position: positionOf(row[0], row[3]),
  happenedOn: `${row[7].slice(0, 10)}T${row[7].slice(11)}`, recordedAt: instantOf(row[8]), actor: { id: row[9], role: row[10] },
  commandId: row[11], correlationId: row[12], causationId: row[13], municipality: row[14],
});
