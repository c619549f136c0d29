import { dayOf, deriveId, idOfStream, type Policy } from '@perspectief/kernel';
import type { TrajectoryCommand, TrajectoryEvent } from '@perspectief/trajectory-domain';

/** A household whose freeze was denied needs shelter and safety looked at the same day (Wmo 2.3.3). */
export const whenFreezeDeniedThenSafetyTask: Policy<TrajectoryEvent> = {
  name: 'when-freeze-denied-then-safety-task',
  on: ['FreezeDenied'],
  react: ({ id, stream, happenedOn }) => {
    const command: TrajectoryCommand = {
      type: 'OpenSafetyTask',
      data: { trajectoryId: idOfStream(stream), taskId: deriveId('safety-task', id), kind: 'freeze-denied', dueOn: dayOf(happenedOn) },
    };
    return [{ command }];
  },
};
