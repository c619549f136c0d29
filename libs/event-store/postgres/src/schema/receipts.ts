/**
 * Read committed gives each statement its own snapshot, on which the fence rests. Without synchronous commit, events that were
 * read could be lost in a crash and their numbers given out again. Called only when one of the two is wrong, to say which.
 */
export const sessionGuard = `
create function log.refuse_session() returns void language plpgsql volatile as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the log wants read committed, not %', current_setting('transaction_isolation') using errcode = '25001';
  end if;
  raise exception 'the log wants synchronous_commit on: an acknowledged event must survive a crash' using errcode = '55000';
end $$;
`;

/** False when the command was here before: then ask log.outcome_of. */
export const remember = `
create function log.remember(p_stream text, p_command uuid, p_hash text, p_refused jsonb) returns boolean
language plpgsql volatile as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' or current_setting('synchronous_commit') = 'off' then
    perform log.refuse_session();
  end if;
  insert into log.receipts (command_id, body_hash, stream, refused) values (p_command, p_hash, p_stream, p_refused)
  on conflict (command_id) do nothing;
  return found;
end $$;
`;

/** The stored outcome. The same id with another body, or for another stream where one is given, is refused. */
export const outcomeOf = `
create function log.outcome_of(p_command uuid, p_hash text, p_stream text)
returns table (version integer, positions bigint[], ids uuid[], refused jsonb)
language plpgsql volatile as $$
declare
  known log.receipts;
begin
  select * into known from log.receipts r where r.command_id = p_command;
  if not found then
    return;
  end if;
  if known.body_hash <> p_hash or known.stream <> coalesce(p_stream, known.stream) then
    raise exception 'command % was sent before with another body', p_command using errcode = '23P01', constraint = 'log_command_reused';
  end if;
  return query
  select known.version_after, coalesce(array_agg(e.position order by e.position), '{}'), coalesce(array_agg(e.id order by e.position), '{}'), known.refused
  from log.events e
  where e.stream = known.stream and e.stream_version > known.version_before and e.stream_version <= known.version_after;
end $$;
`;
