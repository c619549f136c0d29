import { InputType } from '@nestjs/graphql';
import { Choice, Code, Day, Id, Text } from '@perspectief/edge';
import type { BusinessDate, Uuid } from '@perspectief/kernel';
import { OnTrajectory } from './on-trajectory.js';

const threats = ['eviction', 'energy-cutoff', 'water-cutoff', 'heat-cutoff', 'health-insurance-ending'] as const;
const endings = ['averted', 'carried-out'] as const;

@InputType()
export class ReportThreatInput extends OnTrajectory {
  @Id() threatId!: Uuid;
  @Choice(threats) threat!: (typeof threats)[number];
  @Day() threatensOn!: BusinessDate;
  @Id({ optional: true }) debtId?: Uuid;
}

@InputType()
export class CloseThreatInput extends OnTrajectory {
  @Id() threatId!: Uuid;
  @Choice(endings) how!: (typeof endings)[number];
}

@InputType()
export class PostponeThreatInput extends OnTrajectory {
  @Id() threatId!: Uuid;
  @Day() threatensOn!: BusinessDate;
}

@InputType()
export class OpenSafetyTaskInput extends OnTrajectory {
  @Id() taskId!: Uuid;
  @Code() kind!: string;
  @Day() dueOn!: BusinessDate;
}

@InputType()
export class CloseSafetyTaskInput extends OnTrajectory {
  @Id() taskId!: Uuid;
  @Text({ optional: true }) result?: string;
}

export const threatInputs = {
  ReportThreat: ReportThreatInput,
  CloseThreat: CloseThreatInput,
  PostponeThreat: PostponeThreatInput,
  OpenSafetyTask: OpenSafetyTaskInput,
  CloseSafetyTask: CloseSafetyTaskInput,
};
