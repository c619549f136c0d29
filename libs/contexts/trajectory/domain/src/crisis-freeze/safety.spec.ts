import { idOf, opened, TRAJECTORY as trajectoryId } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';
import type { CrisisFreezeCommand } from './commands.js';

describe('safety', () => {
  const taskId = idOf(61);
  const open: CrisisFreezeCommand = {
    type: 'OpenSafetyTask',
    data: { trajectoryId, taskId, kind: 'freeze-denied', dueOn: '2024-01-12' },
  };
  const close: CrisisFreezeCommand = { type: 'CloseSafetyTask', data: { trajectoryId, taskId, result: 'opvang gevonden' } };
  scenario('someone must see to it')
    .after(opened)
    .when('2024-01-12', open)
    .then({ type: 'SafetyTaskOpened', data: { taskId, kind: 'freeze-denied', dueOn: '2024-01-12' } });
  scenario('each task has its id').after(opened, ['2024-01-12', open]).when('2024-01-12', open).refused('TASK_EXISTS');
  scenario('it was seen to')
    .after(opened, ['2024-01-12', open])
    .when('2024-01-12', close)
    .then({ type: 'SafetyTaskClosed', data: { taskId, result: 'opvang gevonden' } });
  scenario('once').after(opened, ['2024-01-12', open], ['2024-01-12', close]).when('2024-01-13', close).refused('OUT_OF_ORDER');
  scenario('not to what is no task').after(opened).when('2024-01-12', close).refused('UNKNOWN_TASK');
});
