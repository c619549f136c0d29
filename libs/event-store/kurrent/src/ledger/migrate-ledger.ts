import type { ClientBase } from 'pg';

/** Key of this schema alone; one launcher migrates, the others wait. */
const LOCK = 'select pg_advisory_xact_lock(2, 8)';

/**
 * What the other engine does not keep: one outcome for each command, one event for each id, and how far it has looked.
 * An open attempt holds its events until their fate is known, so that whoever meets it can finish it; then they are taken out.
 */
const TABLES = `
create schema if not exists kurrent;
create table if not exists kurrent.receipts (
  command_id     uuid primary key,
  body_hash      text not null,
  stream         text not null,
  version_before integer,
  version_after  integer,
  refused        jsonb,
  attempt        json,
  begun_at       timestamptz not null default clock_timestamp()
);
create index if not exists receipts_open on kurrent.receipts (begun_at) where attempt is not null;
create table if not exists kurrent.event_ids (
  id         uuid primary key,
  command_id uuid not null
);
create table if not exists kurrent.passed (
  prefix   text primary key,
  after    text not null,
  place    bigint not null
);
alter table kurrent.passed add column if not exists prepare bigint;
alter table kurrent.passed add column if not exists stands text;
`;

/** Brings the schema `kurrent` up to date; may be run by many at once, and again. */
export const migrateLedger = async (client: ClientBase): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(LOCK);
    await client.query(TABLES);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};
