/**
 * The fence, reading side (the proof stands in append.ts). Three looks, in this order, each with its own snapshot: hence
 * volatile, read committed, one statement each, and all in one call on one connection, so that they cannot straddle a crash.
 * The cursor is the last row that was handed out, never the mark: numbers above the last row may not be on disk yet, and after
 * a crash they are given out again. A replica shows no locks, so it cannot be read in order.
 * Directed tests: fence-reader.pg.spec.ts, fence-crash.pg.spec.ts.
 */
export const read = `
create function log.mark() returns bigint language plpgsql volatile as $$
declare
  v bigint;
  m bigint;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the log wants read committed, not %', current_setting('transaction_isolation') using errcode = '25001';
  end if;
  if pg_is_in_recovery() then
    raise exception 'the log is read in order on the primary only' using errcode = '25006';
  end if;

  -- look at the last number drawn
  select s.last_value - (not s.is_called)::integer into v from log.event_seq s;

  -- look at the lowest announcement
  select min(((l.classid::bigint << 32) | l.objid::bigint) & ((1::bigint << 48) - 1)) into m
  from pg_locks l
  where l.locktype = 'advisory' and l.objsubid = 1 and l.classid::bigint >> 16 = 7
    and l.database = (select d.oid from pg_database d where d.datname = current_database());

  return least(v, m);
end $$;

create function log.read_all(p_after bigint, p_id_start text, p_limit integer) returns setof log.events language plpgsql volatile as $$
declare
  upto bigint;
begin
  if p_after > 0 and not exists (select from log.events e where e.position = p_after and left(e.id::text, 8) = p_id_start) then
    raise exception 'no event stands at %: this log is not the one that was read', p_after using errcode = 'XX001', constraint = 'log_cursor';
  end if;
  -- nothing was drawn since: spares an idle reader the look at the locks
  if p_after >= (select s.last_value - (not s.is_called)::integer from log.event_seq s) then
    return;
  end if;
  upto := log.mark();

  -- look at the rows
  return query select * from log.events e where e.position > p_after and e.position <= upto order by e.position limit p_limit;
end $$;

create function log.head() returns table (head_position bigint, id uuid) language plpgsql volatile as $$
#variable_conflict use_column
declare
  upto bigint;
begin
  upto := log.mark();
  return query select e.position, e.id from log.events e where e.position <= upto order by e.position desc limit 1;
end $$;
`;
