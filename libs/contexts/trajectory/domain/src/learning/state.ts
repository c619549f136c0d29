import { dayOf, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { EvolveOf } from '../track.js';
import type { LearningEvent } from './events.js';

export interface Bottleneck {
  readonly bottleneckId: Uuid;
  readonly reportedOn: BusinessDate;
  readonly rule: string;
  readonly organisation: string;
  readonly description: string;
}

export interface LearningState {
  readonly bottlenecks: readonly Bottleneck[];
}

export const initialLearning: LearningState = { bottlenecks: [] };

export const evolveLearning: EvolveOf<LearningState, LearningEvent> = {
  BottleneckReported: (state, { data, happenedOn }) => ({
    bottlenecks: [
      ...state.bottlenecks,
      {
        bottleneckId: data.bottleneckId,
        reportedOn: dayOf(happenedOn),
        rule: data.rule,
        organisation: data.organisation,
        description: data.description,
      },
    ],
  }),
};
