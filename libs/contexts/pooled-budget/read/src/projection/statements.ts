/** Rows go in as one JSON list; `text[]` and `int[]` are read out of it by the server. */
export const VERSIONS = `select budget_id as id, version from read.pooled_budgets where budget_id = any($1::uuid[])`;

export const BUDGETS = `insert into read.pooled_budgets as b
    (budget_id, name, scheme, municipality, area, opened_on, years, version, position, state, state_version)
  select "budgetId", name, scheme, municipality, area, "openedOn", years, version, position, state, "stateVersion"
    from json_to_recordset($1::json) as r("budgetId" uuid, name text, scheme text, municipality text, area text, "openedOn" date,
      years jsonb, version int, position text, state jsonb, "stateVersion" int)
  on conflict (budget_id) do update set name = excluded.name, scheme = excluded.scheme, area = excluded.area,
    opened_on = excluded.opened_on, years = excluded.years, version = excluded.version, position = excluded.position,
    state = coalesce(excluded.state, b.state), state_version = excluded.state_version`;

export const REQUESTS = `insert into read.spending_requests
    (request_id, budget_id, trajectory_id, municipality, area, requested_by, requested_on, amount, life_area, band, year, rule, approvers,
     approvals, state, waiting_for, settle_by, returned_on, decided_on, decided_by, paid, reserved, delivered_on, received_by, versions)
  select "requestId", "budgetId", "trajectoryId", municipality, area, "requestedBy", "requestedOn", amount, "lifeArea", band, year, rule, approvers,
      approvals, state, "waitingFor", "settleBy", "returnedOn", "decidedOn", "decidedBy", paid, reserved, "deliveredOn", "receivedBy", versions
    from json_to_recordset($1::json) as r("requestId" uuid, "budgetId" uuid, "trajectoryId" uuid, municipality text, area text,
      "requestedBy" text, "requestedOn" date, amount bigint, "lifeArea" text, band int, year int, rule text, approvers int, approvals text[],
      state text, "waitingFor" int, "settleBy" date, "returnedOn" date, "decidedOn" date, "decidedBy" text[], paid bigint, reserved bigint,
      "deliveredOn" date, "receivedBy" text[], versions int[])
  on conflict (request_id) do update set area = excluded.area, year = excluded.year, approvals = excluded.approvals, state = excluded.state,
    waiting_for = excluded.waiting_for, settle_by = excluded.settle_by, returned_on = excluded.returned_on, decided_on = excluded.decided_on,
    decided_by = excluded.decided_by, paid = excluded.paid, reserved = excluded.reserved, delivered_on = excluded.delivered_on,
    received_by = excluded.received_by, versions = excluded.versions`;

export const HOUSEHOLDS = `insert into read.household_spend (trajectory_id, budget_id, spend)
  select "trajectoryId", "budgetId", spend from json_to_recordset($1::json) as r("trajectoryId" uuid, "budgetId" uuid, spend jsonb)
  on conflict (trajectory_id, budget_id) do update set spend = excluded.spend`;

export const REMOVE_ATTENTION = `delete from read.budget_attention where request_id = any($1::uuid[])`;

export const ATTENTION = `insert into read.budget_attention
    (item_id, budget_id, request_id, trajectory_id, municipality, area, coach_id, for_role, kind, rule, due_on, since, sentence_nl, sentence_en)
  select "itemId", "budgetId", "requestId", "trajectoryId", municipality, area, "coachId", "forRole", kind, rule, "dueOn", since, "sentenceNl", "sentenceEn"
    from json_to_recordset($1::json) as r("itemId" uuid, "budgetId" uuid, "requestId" uuid, "trajectoryId" uuid, municipality text, area text,
      "coachId" text, "forRole" text, kind text, rule text, "dueOn" date, since date, "sentenceNl" text, "sentenceEn" text)`;
