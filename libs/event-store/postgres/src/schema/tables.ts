/**
 * `position` is "generated always": a number that was drawn earlier and kept (over a savepoint, in another transaction)
 * cannot be inserted by accident. CACHE 1, because a session that keeps numbers in store hands them out below its later announcement.
 */
export const tables = `
create table log.events (
  position       bigint generated always as identity (sequence name log.event_seq cache 1) primary key,
  stream         text not null,
  stream_version integer not null,
  id             uuid not null unique,
  type           text not null,
  schema_version integer not null,
  data           jsonb not null,
  happened_on    timestamp not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  actor_id       text not null,
  actor_role     text not null,
  command_id     uuid not null,
  correlation_id uuid not null,
  causation_id   uuid not null,
  municipality   text not null,
  unique (stream, stream_version)
);

-- accepted: the events of the stream after version_before, up to and with version_after; refused: why not
create table log.receipts (
  command_id     uuid primary key,
  body_hash      text not null,
  stream         text not null,
  version_before integer,
  version_after  integer,
  refused        jsonb
);
`;

/** "Always": not even a session that plays replica may edit the past. */
export const walls = `
create function log.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name using errcode = '23001';
end $$;

create trigger append_only before update or delete or truncate on log.events for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.receipts for each statement execute function log.refuse_change();
alter table log.events enable always trigger append_only;
alter table log.receipts enable always trigger append_only;
`;
