import { unless } from '@perspectief/kernel';
import type { DecideOf } from '../track.js';
import type { LearningCommand } from './commands.js';

export const decideLearning: DecideOf<LearningCommand> = {
  ReportBottleneck: ({ bottleneckId, rule, organisation, description }, { trajectory: { learning } }) =>
    unless(
      [
        learning.bottlenecks.some((known) => known.bottleneckId === bottleneckId) && {
          code: 'BOTTLENECK_EXISTS',
          field: 'bottleneckId',
        },
      ],
      () => [{ type: 'BottleneckReported', data: { bottleneckId, rule, organisation, description } }],
    ),
};
