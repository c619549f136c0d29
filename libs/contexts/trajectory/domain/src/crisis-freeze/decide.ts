import { accept, refuse, unless } from '@perspectief/kernel';
import type { DecideOf } from '../track.js';
import type { CrisisFreezeCommand } from './commands.js';
import { decideDecision } from './decision.js';
import { decideRunning } from './running.js';
import { decideThreats } from './threats.js';

const decideSafety: Pick<DecideOf<CrisisFreezeCommand>, 'OpenSafetyTask' | 'CloseSafetyTask'> = {
  OpenSafetyTask: ({ taskId, kind, dueOn }, { trajectory: { crisisFreeze } }) =>
    unless([crisisFreeze.safetyTasks.some((task) => task.taskId === taskId) && { code: 'TASK_EXISTS', field: 'taskId' }], () => [
      { type: 'SafetyTaskOpened', data: { taskId, kind, dueOn } },
    ]),

  CloseSafetyTask: ({ taskId, result }, { trajectory: { crisisFreeze } }) => {
    const task = crisisFreeze.safetyTasks.find((known) => known.taskId === taskId);
    if (!task) return refuse('UNKNOWN_TASK', { field: 'taskId' });
    return task.phase === 'closed' ? refuse('OUT_OF_ORDER') : accept({ type: 'SafetyTaskClosed', data: { taskId, result } });
  },
};

export const decideCrisisFreeze: DecideOf<CrisisFreezeCommand> = {
  ...decideThreats,
  ...decideDecision,
  ...decideRunning,
  ...decideSafety,
};
