/**
 * The fence, writing side. Why a reader never passes an event that appears later:
 *
 * A transaction announces the last number drawn so far (a shared advisory lock whose key is that number) before it draws its
 * own. So its numbers lie above its announcement, for the sequence only grows. A reader looks at the last number v first,
 * at the lowest announcement m second, and at the rows up to least(v, m) third. Take a number p <= v that has been drawn by then.
 * Its owner had announced less than p. Is it still busy at the second look, then m < p and p is not passed. Is it not, then it
 * has ended, and PostgreSQL makes a transaction visible before it drops its locks: the third look sees p, or p is dead for ever.
 *
 * Within a stream the order is that of the versions: the stream lock is held from before the draw until after visibility.
 *
 * The steps may not change places, and each must be a statement of its own: the receipt and the version are read with a
 * snapshot taken after the lock was got. No savepoint (so no exception block either): rolling back to it would drop the announcement.
 * Directed tests: fence-writer.pg.spec.ts.
 *
 * Advisory keys of this log: (1, hash of the stream) in two-integer form, and 7 << 48 | number in one-bigint form; the two never meet.
 */
export const append = `
create function log.append(
  p_stream text, p_expected integer, p_command uuid, p_hash text,
  p_actor_id text, p_actor_role text, p_correlation uuid, p_causation uuid, p_municipality text, p_recorded_at timestamptz,
  p_ids uuid[], p_types text[], p_schema_versions integer[], p_happened_on timestamp[], p_data jsonb[]
) returns table (stream_version integer, positions bigint[], ids uuid[], refused jsonb, repeated boolean)
language plpgsql volatile as $$
#variable_conflict use_column
declare
  known log.receipts;
  have integer;
  drawn bigint[];
  at timestamptz := coalesce(p_recorded_at, date_trunc('milliseconds', clock_timestamp()));
begin
  perform log.assert_safe_session();

  -- lock the stream
  perform pg_advisory_xact_lock(1, hashtext(p_stream));

  -- answer a command that was here before
  select * into known from log.receipts r where r.command_id = p_command;
  if found then
    return query select * from log.repeat(known, p_hash, p_stream);
    return;
  end if;

  -- compare the version
  select max(e.stream_version) into have from log.events e where e.stream = p_stream;
  have := coalesce(have, 0);
  if p_expected >= 0 and p_expected <> have or p_expected = -2 and have = 0 then
    raise exception 'stream has % events, expected %', have, p_expected
      using errcode = '40001', constraint = 'log_expected_version', detail = have::text;
  end if;

  -- announce
  perform pg_advisory_xact_lock_shared((7::bigint << 48) | (select s.last_value - (not s.is_called)::integer from log.event_seq s));

  -- draw and insert
  with added as (
    insert into log.events (stream, stream_version, id, type, schema_version, data, happened_on, recorded_at,
      actor_id, actor_role, command_id, correlation_id, causation_id, municipality)
    select p_stream, have + n.nr::integer, n.id, n.type, n.schema_version, n.data, n.happened_on, at,
      p_actor_id, p_actor_role, p_command, p_correlation, p_causation, p_municipality
    from unnest(p_ids, p_types, p_schema_versions, p_happened_on, p_data) with ordinality n(id, type, schema_version, happened_on, data, nr)
    order by n.nr
    returning position
  )
  select coalesce(array_agg(a.position order by a.position), '{}') into drawn from added a;

  -- leave a receipt
  insert into log.receipts (command_id, body_hash, stream, stream_version, positions)
  values (p_command, p_hash, p_stream, have + cardinality(p_ids), drawn);
  return query select have + cardinality(p_ids), drawn, p_ids, null::jsonb, false;
end $$;
`;
