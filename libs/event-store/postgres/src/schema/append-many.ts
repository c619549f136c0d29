/**
 * Appends of several commands in one transaction: one commit, so one wait for the disk, for writers that come at the same time.
 * Each append is a block of its own: what fails is undone alone, and its announcement goes together with its numbers, never
 * without them, so the proof in append.ts holds for what remains. It waits for nobody, lest one held stream hold up the others:
 * a stream that is locked elsewhere is answered with 55P03, and its append comes again alone.
 *
 * In: a list of the arguments of log.append, by place. Out: a row for each, in order; without drawn and code, the command was here before.
 */
export const appendMany = `
create function log.append_many(p_requests jsonb) returns table (drawn text, code text, "constraint" text, detail text, message text)
language plpgsql volatile as $$
#variable_conflict use_variable
declare
  r jsonb;
begin
  perform set_config('lock_timeout', '100ms', true);
  for r in select e.value from jsonb_array_elements(p_requests) with ordinality e(value, nr) order by e.nr loop
    drawn := null; code := null; "constraint" := null; detail := null; message := null;
    if not pg_try_advisory_xact_lock(1, hashtext(r ->> 0)) then
      code := '55P03';
    else
      begin
        drawn := log.append(r ->> 0, (r ->> 1)::integer, (r ->> 2)::uuid, r ->> 3, r ->> 4, r ->> 5, (r ->> 6)::uuid, (r ->> 7)::uuid, r ->> 8,
          (r ->> 9)::timestamptz, (r ->> 10)::uuid[], (r ->> 11)::text[], (r ->> 12)::integer[], (r ->> 13)::timestamp[], r -> 14)::text;
      exception when others then
        get stacked diagnostics code = returned_sqlstate, "constraint" = constraint_name, detail = pg_exception_detail, message = message_text;
      end;
    end if;
    return next;
  end loop;
end $$;
`;
