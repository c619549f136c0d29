import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first half of the advisory lock that making and destroying keys of one household share. */
const LOCK = 3;

const TABLES = [
  `create schema if not exists access`,
  `create table access.retired_masters (master_id text primary key, retired_at timestamptz not null default clock_timestamp())`,
  `create table access.data_keys (
    household_id uuid not null,
    scope text not null,
    generation int not null check (generation > 0),
    master_id text,
    wrapped bytea,
    created_at timestamptz not null default clock_timestamp(),
    destroyed_at timestamptz,
    primary key (household_id, scope, generation),
    check ((wrapped is null) = (destroyed_at is not null) and (master_id is null) = (wrapped is null)))`,
  `create unique index data_keys_living on access.data_keys (household_id, scope) where destroyed_at is null`,
  `create index data_keys_master on access.data_keys (master_id) where destroyed_at is null`,
  `create table access.installation_keys (
    name text primary key,
    master_id text not null,
    wrapped bytea not null,
    created_at timestamptz not null default clock_timestamp())`,
  `create table access.erasures (
    event_id uuid primary key,
    household_id uuid not null,
    scope text,
    reason text not null,
    keys_destroyed int not null,
    happened_on text not null,
    done_at timestamptz not null default clock_timestamp())`,
  `create index erasures_household on access.erasures (household_id)`,
];

/** What was destroyed stays destroyed, whoever asks. */
const GUARDS = [
  `create function access.keep_destroyed() returns trigger language plpgsql as $$
  begin
    if tg_op = 'TRUNCATE' then raise exception 'keys are destroyed one by one'; end if;
    if tg_op = 'DELETE' then raise exception 'a key is destroyed, not deleted'; end if;
    if old.destroyed_at is not null then raise exception 'a destroyed key never comes back'; end if;
    if (new.household_id, new.scope, new.generation) is distinct from (old.household_id, old.scope, old.generation)
      then raise exception 'a key keeps its name'; end if;
    return new;
  end $$`,
  `create trigger keep_destroyed before update or delete on access.data_keys for each row execute function access.keep_destroyed()`,
  `create trigger keep_all before truncate on access.data_keys for each statement execute function access.keep_destroyed()`,
];

const FUNCTIONS = [
  // Answers 'made', 'there', 'erased' or 'retired'. The locks order it with an erasure, or a retirement, that is not committed yet.
  `create function access.new_data_key(household uuid, of_scope text, master text, of_generation int, bytes bytea) returns text language plpgsql as $$
  begin
    lock table access.data_keys in row exclusive mode;
    perform pg_advisory_xact_lock(${LOCK}, hashtext(household::text));
    if exists (select 1 from access.erasures e where e.household_id = household and e.scope is null) then return 'erased'; end if;
    perform 1 from access.retired_masters r where r.master_id = master;
    if found then return 'retired'; end if;
    insert into access.data_keys (household_id, scope, generation, master_id, wrapped)
      values (household, of_scope, of_generation, master, bytes) on conflict do nothing;
    return case when found then 'made' else 'there' end;
  end $$`,
  // Without a scope: all of the household, for ever. Answers how many keys were destroyed.
  `create function access.destroy_keys(household uuid, of_scope text, because text, event uuid, happened text) returns int language plpgsql as $$
  declare destroyed int;
  begin
    perform pg_advisory_xact_lock(${LOCK}, hashtext(household::text));
    if exists (select 1 from access.erasures e where e.event_id = event) then return 0; end if;
    update access.data_keys k set wrapped = null, master_id = null, destroyed_at = clock_timestamp()
      where k.household_id = household and (of_scope is null or k.scope = of_scope) and k.destroyed_at is null;
    get diagnostics destroyed = row_count;
    insert into access.erasures (event_id, household_id, scope, reason, keys_destroyed, happened_on)
      values (event, household, of_scope, because, destroyed, happened);
    return destroyed;
  end $$`,
];

/** Data keys by household, scope and generation; what became of them; and keys of the installation itself. */
export class KeyTables1764000600200 implements MigrationInterface {
  name = 'KeyTables1764000600200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...GUARDS, ...FUNCTIONS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function access.new_data_key, access.destroy_keys`);
    for (const table of ['data_keys', 'retired_masters', 'installation_keys', 'erasures']) await runner.query(`drop table access.${table}`);
    await runner.query(`drop function access.keep_destroyed`);
  }
}

export const privacyMigrations = [KeyTables1764000600200];
