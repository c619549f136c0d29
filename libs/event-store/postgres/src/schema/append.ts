const columns = `stream, stream_version, id, type, schema_version, data, happened_on, recorded_at,
      actor_id, actor_role, command_id, correlation_id, causation_id, municipality`;

/**
 * The fence, writing side. Why a reader never passes an event that appears later:
 *
 * A transaction announces the last number drawn so far (a shared advisory lock whose key is that number) before it draws its
 * own. So its numbers lie above its announcement, for the sequence only grows. A reader looks at the last number v first,
 * at the lowest announcement m second, and at the rows up to least(v, m) third. Take a number p <= v, drawn before the first look.
 * Its owner had announced less than p. If it is still busy at the second look, then m < p and p is not passed. If it is not, it
 * has ended, and PostgreSQL makes a transaction visible before it drops its locks: the third look sees p, or p is dead for ever.
 *
 * Within a stream the order is that of the versions: the stream lock is held from before the draw until after visibility.
 *
 * The steps may not change places. The version is read by a statement of its own, with a snapshot taken after the lock was
 * got. No savepoint between the announcement and the draw: rolling back to it would drop the one and keep the other. A lock is
 * taken in an assignment, which PL/pgSQL evaluates without starting a query. Directed tests: fence-writer.pg.spec.ts.
 *
 * Advisory keys of this log: (1, hash of the stream) in two-integer form, and 7 << 48 | number in one-bigint form; the two never meet.
 *
 * Answers the version before, then the positions; or null when the command was here before: then ask log.outcome_of.
 */
export const append = `
create function log.append(
  p_stream text, p_expected integer, p_command uuid, p_hash text,
  p_actor_id text, p_actor_role text, p_correlation uuid, p_causation uuid, p_municipality text, p_recorded_at timestamptz,
  p_ids uuid[], p_types text[], p_schema_versions integer[], p_happened_on timestamp[], p_data jsonb
) returns bigint[]
language plpgsql volatile as $$
declare
  amount constant integer := cardinality(p_ids);
  written_at constant timestamptz := coalesce(p_recorded_at, date_trunc('milliseconds', clock_timestamp()));
  have integer;
  drawn bigint[];
  held boolean;
begin
  if current_setting('transaction_isolation') <> 'read committed' or current_setting('synchronous_commit') = 'off' then
    perform log.refuse_session();
  end if;

  -- lock the stream
  held := pg_advisory_xact_lock(1, hashtext(p_stream)) is null;

  -- read the version
  select e.stream_version into have from log.events e where e.stream = p_stream order by e.stream_version desc limit 1;
  have := coalesce(have, 0);

  -- leave a receipt, unless the command was here before
  insert into log.receipts (command_id, body_hash, stream, version_before, version_after)
  values (p_command, p_hash, p_stream, have, have + amount)
  on conflict (command_id) do nothing;
  if not found then
    return null;
  end if;

  -- compare the version
  if p_expected >= 0 and p_expected <> have or p_expected = -2 and have = 0 then
    raise exception 'stream has % events, expected %', have, p_expected
      using errcode = '40001', constraint = 'log_expected_version', detail = have::text;
  end if;

  -- announce
  held := pg_advisory_xact_lock_shared((7::bigint << 48) | coalesce(pg_sequence_last_value('log.event_seq'), 0)) is null;

  -- draw and insert: one event, the usual case, without the cost of a set
  if amount = 1 then
    insert into log.events (${columns})
    values (p_stream, have + 1, p_ids[1], p_types[1], p_schema_versions[1], p_data -> 0, p_happened_on[1], written_at,
      p_actor_id, p_actor_role, p_command, p_correlation, p_causation, p_municipality)
    returning array[position] into drawn;
  else
    with added as (
      insert into log.events (${columns})
      select p_stream, have + n.nr::integer, n.id, n.type, n.schema_version, p_data -> (n.nr::integer - 1), n.happened_on, written_at,
        p_actor_id, p_actor_role, p_command, p_correlation, p_causation, p_municipality
      from unnest(p_ids, p_types, p_schema_versions, p_happened_on) with ordinality n(id, type, schema_version, happened_on, nr)
      order by n.nr
      returning position
    )
    select array_agg(a.position order by a.position) into drawn from added a;
  end if;
  return have || drawn;
end $$;
`;
