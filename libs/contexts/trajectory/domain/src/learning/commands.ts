import type { CommandOf, Uuid } from '@perspectief/kernel';

export type LearningCommand = CommandOf<{
  ReportBottleneck: { trajectoryId: Uuid; bottleneckId: Uuid; rule: string; organisation: string; description: string };
}>;
