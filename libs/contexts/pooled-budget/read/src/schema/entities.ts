import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { YearTotals } from '@perspectief/pooled-budget-domain';

/** One pot, as lists need it, with the fold at a version: the events since then are few, and read from the log. */
@Entity({ schema: 'read', name: 'pooled_budgets' })
export class PooledBudgetEntity {
  @PrimaryColumn('uuid', { name: 'budget_id' }) budgetId!: string;
  @Column('text') name!: string;
  @Column('text') scheme!: string;
  @Column('text') municipality!: string;
  @Column('text') area!: string;
  @Column('date', { name: 'opened_on' }) openedOn!: string;
  /** Totals of each year, oldest first. */
  @Column('jsonb') years!: readonly YearTotals[];
  /** Number of events that the row knows. */
  @Column('int') version!: number;
  @Column({ type: 'text', collation: 'C' }) position!: string;
  @Column('jsonb', { nullable: true }) state!: object | null;
  @Column('int', { name: 'state_version' }) stateVersion!: number;
}

/** One spending request, as the queue and lists show it. No personal data: why it was asked stands in the log alone. */
@Entity({ schema: 'read', name: 'spending_requests' })
export class SpendingRequestEntity {
  @PrimaryColumn('uuid', { name: 'request_id' }) requestId!: string;
  @Column('uuid', { name: 'budget_id' }) budgetId!: string;
  @Column('uuid', { name: 'trajectory_id' }) trajectoryId!: string;
  @Column('text') municipality!: string;
  @Column('text') area!: string;
  @Column('text', { name: 'requested_by' }) requestedBy!: string;
  @Column('date', { name: 'requested_on' }) requestedOn!: string;
  @Column('bigint') amount!: string;
  @Column('text', { name: 'life_area' }) lifeArea!: string;
  @Column('int') band!: number;
  @Column('int') year!: number;
  @Column('text') rule!: string;
  @Column('int') approvers!: number;
  @Column('text', { array: true }) approvals!: string[];
  @Column('text') state!: string;
  @Column('int', { name: 'waiting_for' }) waitingFor!: number;
  @Column('date', { name: 'settle_by', nullable: true }) settleBy!: string | null;
  @Column('date', { name: 'returned_on', nullable: true }) returnedOn!: string | null;
  @Column('date', { name: 'decided_on', nullable: true }) decidedOn!: string | null;
  @Column('text', { name: 'decided_by', array: true }) decidedBy!: string[];
  @Column('bigint') paid!: string;
  @Column('bigint') reserved!: string;
  @Column('date', { name: 'delivered_on', nullable: true }) deliveredOn!: string | null;
  @Column('text', { name: 'received_by', array: true }) receivedBy!: string[];
  /** Stream versions of what was said about it. */
  @Column('int', { array: true }) versions!: number[];
}

/** What one household got from one pot. */
@Entity({ schema: 'read', name: 'household_spend' })
export class HouseholdSpendEntity {
  @PrimaryColumn('uuid', { name: 'trajectory_id' }) trajectoryId!: string;
  @PrimaryColumn('uuid', { name: 'budget_id' }) budgetId!: string;
  @Column('jsonb') spend!: object;
}

/** What a request asks of coaches and holders: rows in the form of the worklist. No personal data. */
@Entity({ schema: 'read', name: 'budget_attention' })
export class BudgetAttentionEntity {
  @PrimaryColumn('uuid', { name: 'item_id' }) itemId!: string;
  @Column('uuid', { name: 'budget_id' }) budgetId!: string;
  @Column('uuid', { name: 'request_id' }) requestId!: string;
  @Column('uuid', { name: 'trajectory_id' }) trajectoryId!: string;
  @Column('text') municipality!: string;
  @Column('text') area!: string;
  @Column('text', { name: 'coach_id' }) coachId!: string;
  @Column('text', { name: 'for_role' }) forRole!: string;
  @Column('text') kind!: string;
  @Column('text') rule!: string;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('date') since!: string;
  @Column('text', { name: 'sentence_nl' }) sentenceNl!: string;
  @Column('text', { name: 'sentence_en' }) sentenceEn!: string;
}

export const pooledBudgetReadEntities = [PooledBudgetEntity, SpendingRequestEntity, HouseholdSpendEntity, BudgetAttentionEntity];
