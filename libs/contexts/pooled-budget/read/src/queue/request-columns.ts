/** A request's row, in the words of `RequestRow`; bigint as numbers, for whole cents fit. */
export const REQUEST_COLUMNS = `request_id as "requestId", budget_id as "budgetId", trajectory_id as "trajectoryId", municipality, area,
  requested_by as "requestedBy", requested_on::text as "requestedOn", amount::float8 as amount, life_area as "lifeArea", band, year, rule, approvers,
  approvals, state, waiting_for as "waitingFor", settle_by::text as "settleBy", returned_on::text as "returnedOn", decided_on::text as "decidedOn",
  decided_by as "decidedBy", paid::float8 as paid, reserved::float8 as reserved, delivered_on::text as "deliveredOn", received_by as "receivedBy", versions`;
