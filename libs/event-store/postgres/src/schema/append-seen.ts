/**
 * log.append for one command that rests on other streams too; what those had is asked under the lock that the append took, as in
 * append-in-turn.ts, and the same error takes the append back. The arguments come as they are: packed as JSON, as for a row of
 * commands, one request took a fifth longer.
 */
export const appendSeen = `
create function log.append_seen(
  p_stream text, p_expected integer, p_command uuid, p_hash text,
  p_actor_id text, p_actor_role text, p_correlation uuid, p_causation uuid, p_municipality text, p_recorded_at timestamptz,
  p_ids uuid[], p_types text[], p_schema_versions integer[], p_happened_on timestamp[], p_data jsonb, p_seen jsonb
) returns bigint[]
language plpgsql volatile as $$
declare
  drawn constant bigint[] := log.append(p_stream, p_expected, p_command, p_hash, p_actor_id, p_actor_role, p_correlation, p_causation,
    p_municipality, p_recorded_at, p_ids, p_types, p_schema_versions, p_happened_on, p_data);
  moved jsonb;
begin
  if drawn is not null then
    moved := log.grown(p_seen);
    if moved is not null then
      raise exception 'a stream that was looked at has grown' using errcode = '40001', constraint = 'log_seen_version', detail = moved::text;
    end if;
  end if;
  return drawn;
end $$;
`;
