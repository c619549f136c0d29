import type { LookRow } from '../look.js';

/** Streams of the log in the same database, and how many events they had when the look was thought out: any more, and it is not written. */
export type Foundation = readonly { readonly stream: string; readonly version: number }[];

/** A look, and what has to stand in the database for it to be written. */
export interface Resting {
  readonly row: LookRow;
  readonly seen: Foundation | undefined;
  /** Key of the session that somebody is let in by: where it has ended, the look is not written. */
  readonly session: string | undefined;
}

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const COLUMNS = ['trace_id', 'span_id', 'started_at', 'person_id', 'role', 'action', 'what', 'purpose', 'law', 'household_ids', 'trajectory_ids', 'as_of', 'about'] as const satisfies readonly (keyof LookRow)[];
const LISTED = COLUMNS.join(', ');

/** How many events the stream of `s` has. */
const LENGTH = 'select e.stream_version from log.events e where e.stream = s.stream order by e.stream_version desc limit 1';
const stands = (streams: string, versions: string): string =>
  `not exists (select from unnest(${streams}::text[], ${versions}::int[]) as s (stream, version) where s.version <> coalesce((${LENGTH}), 0))`;
const runs = (session: string): string => `exists (select from access.sessions where key = ${session})`;

/** Looks and where they are found by household: in one statement, and so in one round trip and one commit. */
const insert = (looks: string, households: string, told: string): string => `
  with looks as (
    insert into access.reader_log (${LISTED}) ${looks} returning id, span_id, started_at, household_ids),
  places as (
    insert into access.reader_log_households (household_id, started_at, look_id) ${households})
  select ${told} from looks`;

/** What has to stand: nothing, streams, a session, or both. Where the log is another store, no streams are named here. */
const ASKED = [[], ['seen'], ['session'], ['seen', 'session']] as const;
const where = (conditions: readonly string[]): string => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');

/** Texts never vary but in what has to stand: each is prepared once. */
const ONE = ASKED.map((asked) => {
  const session = `$${COLUMNS.length + (asked[0] === 'seen' ? 3 : 1)}`;
  const conditions = asked.map((what) => (what === 'seen' ? stands(`$${COLUMNS.length + 1}`, `$${COLUMNS.length + 2}`) : runs(session)));
  const looks = `select ${COLUMNS.map((_, n) => `$${n + 1}`).join(', ')} ${where(conditions)}`;
  return { name: `one look ${asked.join()}`, text: insert(looks, `select unnest($${COLUMNS.indexOf('household_ids') + 1}::uuid[]), started_at, id from looks`, '') };
});

const MANY = ASKED.map((asked) => {
  const conditions = asked.map((what) => (what === 'seen' ? `(streams is null or ${stands('streams', 'versions')})` : `(session is null or ${runs('session')})`));
  const looks = `select ${LISTED}
      from jsonb_to_recordset($1::jsonb) as look (trace_id text, span_id text, started_at timestamptz, person_id text, role text, action text, what text,
        purpose text, law text, household_ids uuid[], trajectory_ids uuid[], as_of date, about text, streams text[], versions int[], session text)
      ${where(conditions)}`;
  return { name: `many looks ${asked.join()}`, text: insert(looks, 'select household_id, started_at, id from looks, unnest(household_ids) as household_id', 'span_id') };
});

type Text = (typeof ONE)[number];
const asking = (texts: readonly Text[], seen: boolean, session: boolean): Text => texts[(seen ? 1 : 0) + (session ? 2 : 0)] as Text;

/** Ids and names of streams hold nothing that an array of the server would want quoted. */
const array = (items: readonly unknown[]): string => `{${items.join(',')}}`;

const oneOf = ({ row, seen, session }: Resting): Statement => {
  const values = COLUMNS.map((column) => (Array.isArray(row[column]) ? array(row[column]) : row[column]));
  if (seen) values.push(array(seen.map(({ stream }) => stream)), array(seen.map(({ version }) => version)));
  if (session !== undefined) values.push(session);
  return { ...asking(ONE, seen !== undefined, session !== undefined), values };
};

const manyOf = (looks: readonly Resting[]): Statement => {
  const rows = looks.map(({ row, seen, session }) => ({ ...row, session, streams: seen?.map(({ stream }) => stream), versions: seen?.map(({ version }) => version) }));
  return { ...asking(MANY, looks.some(({ seen }) => seen), looks.some(({ session }) => session !== undefined)), values: [JSON.stringify(rows)] };
};

/** One look alone is written by its values, which the server reads sooner than JSON. Rows come back for what was written: for one look an empty one, for many the span of each. */
export const statementOf = (looks: readonly [Resting, ...Resting[]]): Statement => (looks.length === 1 ? oneOf(looks[0]) : manyOf(looks));
