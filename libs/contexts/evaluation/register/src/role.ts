import pg from 'pg';
import type { QueryRunner } from 'typeorm';

/** Holds the rights of the evaluation; nobody signs in as it. Who does is a member of it. */
export const EVALUATION_ROLE = 'perspectief_evaluation';

/** Roles belong to the whole server: another database on it may make this one at the same moment. */
const MAKE_ROLE = `do $$ begin
  create role ${EVALUATION_ROLE} nologin;
exception when duplicate_object or unique_violation then null; end $$`;

/** Evaluators of either product and privacy officers, without their names: whom the service lets in. Nobody else of the directory is in it. */
const STAFF = `create or replace view evaluation.staff as
  select id, municipality, role, active and coalesce(until >= (now() at time zone 'Europe/Amsterdam')::date, true) as active from directory.people where role in ('evaluator', 'microdata-evaluator', 'privacy-officer')`;

/**
 * All that the evaluation may do. Events are sealed where they are personal. Of a session, that it runs; its token stays closed.
 * Nothing on keys, names, pages, the reader log or receipts is given.
 */
const GRANTS = [
  `grant usage on schema log, evaluation, access to ${EVALUATION_ROLE}`,
  `grant select on log.events, log.event_seq to ${EVALUATION_ROLE}`,
  `grant select (key, person_id, roles, seen_at, ends_at), update (seen_at) on access.sessions to ${EVALUATION_ROLE}`,
  `grant select on evaluation.staff, evaluation.migrations to ${EVALUATION_ROLE}`,
  `grant select, insert on evaluation.study_events, evaluation.cohort_cases, evaluation.statements, evaluation.releases, evaluation.asks to ${EVALUATION_ROLE}`,
  `grant select, insert, update on evaluation.study_keys, evaluation.jobs to ${EVALUATION_ROLE}`,
];

/** Says again what the role may do: the tables of casework may be newer than the role. */
export const grantEvaluation = async (runner: QueryRunner): Promise<void> => {
  for (const sql of [MAKE_ROLE, STAFF, ...GRANTS]) await runner.query(sql);
};

const NAME = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * A way in for the service: a login that is a member of the role, made or given this password. Returns the address to connect with.
 * Wants the right to make roles. @throws RangeError for a name that is no plain one.
 */
export const loginForEvaluation = async (url: string, { name, password }: { readonly name: string; readonly password: string }): Promise<string> => {
  if (!NAME.test(name)) throw new RangeError('a login has lower case letters, digits and _');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
    await client.query(`${rowCount ? 'alter' : 'create'} role ${name} login inherit password ${client.escapeLiteral(password)}`);
    await client.query(`grant ${EVALUATION_ROLE} to ${name}`);
  } finally {
    await client.end();
  }
  const own = new URL(url);
  own.username = name;
  own.password = password;
  return own.href;
};
