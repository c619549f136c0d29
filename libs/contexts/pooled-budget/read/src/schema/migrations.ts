import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `state in ('awaiting', 'returned')`;

const TABLES = [
  `create schema if not exists read`,
  `create table read.pooled_budgets (
    budget_id uuid primary key,
    name text not null,
    scheme text not null,
    municipality text not null,
    area text not null,
    opened_on date not null,
    years jsonb not null,
    version int not null,
    position text collate "C" not null,
    state jsonb,
    state_version int not null)`,
  `create table read.spending_requests (
    request_id uuid primary key,
    budget_id uuid not null,
    trajectory_id uuid not null,
    municipality text not null,
    area text not null,
    requested_by text not null,
    requested_on date not null,
    amount bigint not null,
    life_area text not null,
    band int not null,
    year int not null,
    rule text not null,
    approvers int not null,
    approvals text[] not null,
    state text not null,
    waiting_for int not null,
    settle_by date,
    returned_on date,
    decided_on date,
    decided_by text[] not null,
    paid bigint not null,
    reserved bigint not null,
    delivered_on date,
    received_by text[] not null,
    versions int[] not null)`,
  `create table read.household_spend (
    trajectory_id uuid not null,
    budget_id uuid not null,
    spend jsonb not null,
    primary key (trajectory_id, budget_id))`,
  `create table read.budget_attention (
    item_id uuid primary key,
    budget_id uuid not null,
    request_id uuid not null,
    trajectory_id uuid not null,
    municipality text not null,
    area text not null,
    coach_id text not null,
    for_role text not null,
    kind text not null,
    rule text not null,
    due_on date not null,
    since date not null,
    sentence_nl text not null,
    sentence_en text not null)`,
];

/** Each list has the order that its pages follow, so that a page costs its own rows and no more. */
const INDEXES = [
  `create index pooled_budgets_area on read.pooled_budgets (municipality, area)`,
  `create index spending_requests_open on read.spending_requests (municipality, requested_on, request_id) where ${OPEN}`,
  `create index spending_requests_area on read.spending_requests (municipality, area, requested_on, request_id) where ${OPEN}`,
  `create index spending_requests_pot on read.spending_requests (budget_id, requested_on, request_id) where ${OPEN}`,
  `create index spending_requests_second on read.spending_requests (municipality, requested_on, request_id)
    where state = 'awaiting' and approvals <> '{}'`,
  `create index spending_requests_emergency on read.spending_requests (municipality, settle_by, request_id)
    where settle_by is not null and ${OPEN}`,
  `create index spending_requests_household on read.spending_requests (trajectory_id, requested_on)`,
  `create index spending_requests_similar on read.spending_requests (municipality, life_area, band, decided_on desc)
    where state in ('approved', 'rejected')`,
  `create index budget_attention_request on read.budget_attention (request_id)`,
  `create index budget_attention_mine on read.budget_attention (coach_id, due_on, item_id)`,
  `create index budget_attention_area on read.budget_attention (municipality, area, due_on, item_id)`,
];

export class PooledBudgetReadTables1764000400000 implements MigrationInterface {
  name = 'PooledBudgetReadTables1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['budget_attention', 'household_spend', 'spending_requests', 'pooled_budgets']) await runner.query(`drop table read.${table}`);
  }
}

/** The state has another form since: kept pages are folded from the log again when they are wanted. */
export class PooledBudgetPagesAgain1764000600000 implements MigrationInterface {
  name = 'PooledBudgetPagesAgain1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update read.pooled_budgets set state = null, state_version = 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.up(runner);
  }
}

/** Orders of the lists of what is to be paid and of what was decided. */
export class DecidedRequests1764001500000 implements MigrationInterface {
  name = 'DecidedRequests1764001500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index spending_requests_to_pay on read.spending_requests (municipality, decided_on, request_id) where state = 'approved' and reserved > 0`);
    await runner.query(`create index spending_requests_decided on read.spending_requests (municipality, decided_on, request_id) where state in ('approved', 'rejected')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index read.spending_requests_to_pay');
    await runner.query('drop index read.spending_requests_decided');
  }
}

/** Every list of pots says which raises wait: they are few, among many households. */
export class WaitingRaises1764001600000 implements MigrationInterface {
  name = 'WaitingRaises1764001600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index household_spend_raises on read.household_spend (budget_id) where spend ? 'proposedRaise'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index read.household_spend_raises');
  }
}

export const pooledBudgetReadMigrations = [PooledBudgetReadTables1764000400000, PooledBudgetPagesAgain1764000600000, DecidedRequests1764001500000, WaitingRaises1764001600000];
