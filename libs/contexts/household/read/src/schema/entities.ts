import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One household as it is known now. */
@Entity({ schema: 'read', name: 'households' })
export class HouseholdRow {
  @PrimaryColumn('uuid', { name: 'household_id' }) householdId!: string;
  @Column('text') municipality!: string;
  /** Null once it was erased. */
  @Column('text', { nullable: true }) area!: string | null;
  @Column('uuid', { name: 'open_trajectory_id', nullable: true }) openTrajectoryId!: string | null;
  @Column('boolean') erased!: boolean;
  @Column('int') version!: number;
  @Column({ type: 'text', collation: 'C' }) position!: string;
  @Column('jsonb') state!: object;
}

export const householdReadEntities = [HouseholdRow];
