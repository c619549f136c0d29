import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One trajectory, as lists and limits need it. */
@Entity({ schema: 'read', name: 'trajectories' })
export class TrajectoryRow {
  @PrimaryColumn('uuid', { name: 'trajectory_id' }) trajectoryId!: string;
  @Column('uuid', { name: 'household_id' }) householdId!: string;
  @Column('text') municipality!: string;
  @Column('text') area!: string;
  @Column('text') status!: string;
  @Column('text', { name: 'coach_id', nullable: true }) coachId!: string | null;
  /** Of a tandem that runs or pauses. */
  @Column('text', { name: 'expert_id', nullable: true }) expertId!: string | null;
  @Column('date', { name: 'opened_on' }) openedOn!: string;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn!: string | null;
  /** Number of events that the row knows. */
  @Column('int') version!: number;
  @Column({ type: 'text', collation: 'C' }) position!: string;
  /** The fold at `stateVersion`; the events since then are few, and read from the log. */
  @Column('jsonb', { nullable: true }) state!: object | null;
  @Column('int', { name: 'state_version' }) stateVersion!: number;
  /** Its household was: it has no page any more. */
  @Column('boolean', { default: false }) erased!: boolean;
}

/** Something that asks for somebody's attention, from a day on. No personal data. */
@Entity({ schema: 'read', name: 'worklist_items' })
export class WorklistItemRow {
  @PrimaryColumn('uuid', { name: 'item_id' }) itemId!: string;
  @Column('uuid', { name: 'trajectory_id' }) trajectoryId!: string;
  @Column('text') municipality!: string;
  @Column('text') area!: string;
  @Column('text', { name: 'coach_id', nullable: true }) coachId!: string | null;
  @Column('text', { name: 'for_role' }) forRole!: string;
  @Column('text') kind!: string;
  @Column('text', { nullable: true }) rule!: string | null;
  @Column('text', { nullable: true }) article!: string | null;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('date') since!: string;
  @Column('boolean', { name: 'stands_still' }) standsStill!: boolean;
  @Column('text', { name: 'sentence_nl' }) sentenceNl!: string;
  @Column('text', { name: 'sentence_en' }) sentenceEn!: string;
}

/** Something that time alone will bring about. */
@Entity({ schema: 'read', name: 'deadlines' })
export class DeadlineRow {
  @PrimaryColumn('uuid', { name: 'trajectory_id' }) trajectoryId!: string;
  @PrimaryColumn('text') key!: string;
  @Column('date', { name: 'acts_on' }) actsOn!: string;
  @Column('jsonb') command!: { readonly type: string; readonly data: object };
}

export const trajectoryReadEntities = [TrajectoryRow, WorklistItemRow, DeadlineRow];
