import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Qualification, Role } from './roles.js';

@Entity({ schema: 'directory', name: 'people' })
export class PersonRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') municipality!: string;
  @Column('text') role!: Role;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) qualification!: Qualification | null;
  @Column('date', { nullable: true, name: 'secrecy_signed_on' }) secrecySignedOn!: string | null;
  @Column('date', { nullable: true, name: 'conduct_certificate_on' }) conductCertificateOn!: string | null;
  @Column('integer', { nullable: true }) capacity!: number | null;
  @Column('text', { nullable: true }) area!: string | null;
  @Column('text', { nullable: true }) team!: string | null;
  @Column('boolean') active!: boolean;
  @Column('date', { nullable: true }) until!: string | null;
}

@Entity({ schema: 'directory', name: 'areas' })
export class AreaRow {
  @PrimaryColumn('text') code!: string;
  @PrimaryColumn('text') municipality!: string;
  @Column('text') name!: string;
}

@Entity({ schema: 'directory', name: 'teams' })
export class TeamRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') municipality!: string;
  @Column('text') area!: string;
  @Column('text') name!: string;
}

export const directoryEntities = [PersonRow, AreaRow, TeamRow];
