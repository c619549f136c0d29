/** Facts that are rows: their column, and its type. */
export const columns = {
  householdId: ['household_id', 'uuid'],
  municipality: ['municipality', 'text'],
  areas: ['areas', 'text[]'],
  coaches: ['coaches', 'text[]'],
  experts: ['experts', 'text[]'],
  tandem: ['tandem', 'text[]'],
  members: ['members', 'text[]'],
  laws: ['laws', 'text[]'],
  debtWork: ['debt_work', 'boolean'],
  restricted: ['restricted', 'boolean'],
  named: ['named', 'text[]'],
} as const;

const ID_OF_FILE = { trajectoryId: ['trajectory_id', 'uuid'] } as const;

/** Puts the rows of a JSON list in the place of what stood there. */
export const upsertOf = (table: 'homes' | 'files', id: 'householdId' | 'trajectoryId'): string => {
  const all = Object.entries(table === 'files' ? { ...ID_OF_FILE, ...columns } : columns);
  const names = all.map(([, [column]]) => column);
  const key = { householdId: columns.householdId[0], trajectoryId: ID_OF_FILE.trajectoryId[0] }[id];
  const record = all.map(([name, [, type]]) => `"${name}" ${type === 'text[]' ? 'jsonb' : type}`).join(', ');
  const values = all.map(([name, [, type]]) => (type === 'text[]' ? `array(select jsonb_array_elements_text("${name}"))` : `"${name}"`)).join(', ');
  const changes = names.filter((name) => name !== key).map((name) => `${name} = excluded.${name}`);
  return `insert into access.${table} (${names.join(', ')}) select ${values} from jsonb_to_recordset($1::jsonb) as r(${record})
    on conflict (${key}) do update set ${changes.join(', ')}`;
};

export const KEEP = `insert into access.streams (stream, version, facts)
  select stream, version, facts from jsonb_to_recordset($1::jsonb) as r(stream text, version int, facts jsonb)
  on conflict (stream) do update set version = excluded.version, facts = excluded.facts`;

export const OPEN_POTS = `insert into access.pots (budget_id, municipality, area)
  select "budgetId", municipality, area from jsonb_to_recordset($1::jsonb) as r("budgetId" uuid, municipality text, area text)
  on conflict (budget_id) do nothing`;

export const ASK = `insert into access.asked (request_id, budget_id, trajectory_id, requested_by)
  select "requestId", "budgetId", "trajectoryId", "requestedBy"
    from jsonb_to_recordset($1::jsonb) as r("requestId" uuid, "budgetId" uuid, "trajectoryId" uuid, "requestedBy" text)
  on conflict (request_id) do nothing`;
