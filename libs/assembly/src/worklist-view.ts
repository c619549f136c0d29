import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One list of two read models: each projection writes its own table, and neither context knows the other's. */
const VIEW = `
  create view read.worklist as
    select item_id, trajectory_id, null::uuid as budget_id, null::uuid as request_id, municipality, area, coach_id, for_role, kind, rule,
        article, due_on, since, stands_still, sentence_nl, sentence_en
      from read.worklist_items
    union all
    select item_id, trajectory_id, budget_id, request_id, municipality, area, coach_id, for_role, kind, rule,
        null::text as article, due_on, since, false as stands_still, sentence_nl, sentence_en
      from read.budget_attention`;

/** The same orders as on the other table: a page then merges two indexes and stops at its limit. */
const INDEXES = [
  `create index budget_attention_all on read.budget_attention (due_on, item_id)`,
  `create index budget_attention_team on read.budget_attention (area, due_on, item_id)`,
];

export class WorklistView1764000500000 implements MigrationInterface {
  name = 'WorklistView1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [VIEW, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view read.worklist`);
    for (const index of ['budget_attention_all', 'budget_attention_team']) await runner.query(`drop index read.${index}`);
  }
}
