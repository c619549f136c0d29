import { idOf, opened, TRAJECTORY } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';
import type { LearningCommand } from './commands.js';

const said = {
  rule: 'strafrechtelijke boete',
  organisation: 'CJIB',
  description: 'Boete van de overheid blijft buiten de kwijting',
};
const report: LearningCommand = { type: 'ReportBottleneck', data: { trajectoryId: TRAJECTORY, bottleneckId: idOf(700), ...said } };

describe('bottlenecks', () => {
  scenario('what stands in the way of help is reported')
    .after(opened)
    .when('2024-03-06', report)
    .then({ type: 'BottleneckReported', data: { bottleneckId: idOf(700), ...said } });
  scenario('a bottleneck is reported once').after(opened, ['2024-03-06', report]).when('2024-03-07', report).refused('BOTTLENECK_EXISTS');
  scenario('what was reported stays known by its day')
    .after(opened)
    .when('2024-03-06', report)
    .thenState((state) => state.phase === 'open' && state.learning.bottlenecks, [
      { bottleneckId: idOf(700), reportedOn: '2024-03-06', ...said },
    ]);
});
