/**
 * Other streams that a decision rests on: the first that has grown since it was looked at, as [stream, seen, actual]. To be asked
 * with a snapshot taken after the lock of the decision's own stream; a writer elsewhere who has not committed yet is not waited for.
 */
export const grown = `
create function log.grown(p_seen jsonb) returns jsonb language plpgsql volatile as $$
declare
  s jsonb;
  have integer;
begin
  for s in select e.value from jsonb_array_elements(p_seen) e loop
    select e.stream_version into have from log.events e where e.stream = s ->> 0 order by e.stream_version desc limit 1;
    if coalesce(have, 0) <> (s ->> 1)::integer then
      return s || to_jsonb(coalesce(have, 0));
    end if;
  end loop;
  return null;
end $$;
`;

/**
 * Appends of several commands to one stream in one transaction: one commit for all. Each is log.append, so what is proved in
 * append.ts holds: the stream lock is held from the first to the end, and the first announcement, the lowest, covers all numbers.
 * Nothing is undone alone: an error takes all of them back, and then the caller sends the first one alone. What other streams were
 * seen is asked under the lock of this one, which the first append took.
 *
 * In: a list of the arguments of log.append, by place and the streams that were seen. Out: what log.append answers, a row for each
 * that was written. A command that was here before is answered (null) only when it is the first; later it ends the row, for what
 * comes after it was decided on events that will never be.
 */
export const appendInTurn = `
create function log.append_in_turn(p_requests jsonb) returns table (drawn text) language plpgsql volatile as $$
#variable_conflict use_variable
declare
  r jsonb;
  written integer := 0;
  moved jsonb;
begin
  for r in select e.value from jsonb_array_elements(p_requests) with ordinality e(value, nr) order by e.nr loop
    exit when written > 0 and log.grown(r -> 15) is not null;
    drawn := log.append(r ->> 0, (r ->> 1)::integer, (r ->> 2)::uuid, r ->> 3, r ->> 4, r ->> 5, (r ->> 6)::uuid, (r ->> 7)::uuid, r ->> 8,
      (r ->> 9)::timestamptz, (r ->> 10)::uuid[], (r ->> 11)::text[], (r ->> 12)::integer[], (r ->> 13)::timestamp[], r -> 14)::text;
    exit when drawn is null and written > 0;
    if drawn is not null and written = 0 then
      moved := log.grown(r -> 15);
      if moved is not null then
        raise exception 'a stream that was looked at has grown' using errcode = '40001', constraint = 'log_seen_version', detail = moved::text;
      end if;
    end if;
    return next;
    exit when drawn is null;
    written := written + 1;
  end loop;
end $$;
`;
