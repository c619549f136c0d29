/** Read committed gives each statement its own snapshot, on which the fence rests; without synchronous commit, events that were read could be lost in a crash and their numbers given out again. */
export const sessionGuard = `
create function log.assert_safe_session() returns void language plpgsql volatile as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the log wants read committed, not %', current_setting('transaction_isolation') using errcode = '25001';
  end if;
  if current_setting('synchronous_commit') = 'off' then
    raise exception 'the log wants synchronous_commit on: an acknowledged event must survive a crash' using errcode = '55000';
  end if;
end $$;
`;

/** The stored outcome of a command that was here before; the same id with another body or for another stream is refused. */
export const repeat = `
create function log.repeat(known log.receipts, p_hash text, p_stream text)
returns table (stream_version integer, positions bigint[], ids uuid[], refused jsonb, repeated boolean)
language plpgsql volatile as $$
#variable_conflict use_column
begin
  if known.body_hash <> p_hash or known.stream <> coalesce(p_stream, known.stream) then
    raise exception 'command % was sent before with another body', known.command_id
      using errcode = '23P01', constraint = 'log_command_reused';
  end if;
  return query select known.stream_version, known.positions,
    array(select e.id from log.events e where e.position = any (known.positions) order by e.position), known.refused, true;
end $$;
`;

export const remember = `
create function log.remember(p_stream text, p_command uuid, p_hash text, p_refused jsonb)
returns table (stream_version integer, positions bigint[], ids uuid[], refused jsonb, repeated boolean)
language plpgsql volatile as $$
#variable_conflict use_column
declare
  known log.receipts;
begin
  perform log.assert_safe_session();
  perform pg_advisory_xact_lock(1, hashtext(p_stream));
  select * into known from log.receipts r where r.command_id = p_command;
  if found then
    return query select * from log.repeat(known, p_hash, p_stream);
    return;
  end if;
  insert into log.receipts (command_id, body_hash, stream, refused) values (p_command, p_hash, p_stream, p_refused);
  return query select null::integer, null::bigint[], null::uuid[], p_refused, false;
end $$;

create function log.outcome_of(p_command uuid, p_hash text)
returns table (stream_version integer, positions bigint[], ids uuid[], refused jsonb, repeated boolean)
language sql volatile as $$
  select o.* from log.receipts r cross join lateral log.repeat(r, p_hash, null) o where r.command_id = p_command
$$;
`;
