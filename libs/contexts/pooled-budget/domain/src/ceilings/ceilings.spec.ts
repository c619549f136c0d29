import { householdSpend, waitingRaises } from '../reading/household-spend.js';
import type { PooledBudgetState } from '../state.js';
import { confirmRaise, proposeRaise } from '../testing/commands.js';
import { OTHER_TRAJECTORY, TRAJECTORY } from '../testing/ids.js';
import { after, filled, type Step } from '../testing/scenario.js';

const proposed: readonly Step[] = [...filled, ['2024-03-10', 'holder1', proposeRaise(25_000)]];
const raised: readonly Step[] = [...proposed, ['2024-03-11', 'holder2', confirmRaise()]];

describe('raising the ceiling of one household', () => {
  after('a holder proposes', ...filled)
    .when('2024-03-10', proposeRaise(25_000), { actor: 'holder1' })
    .then({
      type: 'CeilingRaiseProposed',
      data: { trajectoryId: TRAJECTORY, amount: 25_000, reason: 'Meedoen met sport', proposedBy: 'holder1' },
    });
  after('another confirms', ...proposed)
    .when('2024-03-11', confirmRaise(), { actor: 'holder2' })
    .then({ type: 'CeilingRaised', data: { trajectoryId: TRAJECTORY, amount: 25_000, confirmedBy: 'holder2' } });
  after('it is of that household alone', ...proposed)
    .when('2024-03-11', confirmRaise(), { actor: 'holder2' })
    .thenState(
      (state: PooledBudgetState) => [TRAJECTORY, OTHER_TRAJECTORY].map((id) => householdSpend(state, id).ceiling),
      [325_000, 300_000],
    );
  after('what waits for another is seen, by that household alone', ...filled)
    .when('2024-03-10', proposeRaise(25_000), { actor: 'holder1' })
    .thenState(
      (state: PooledBudgetState) => [TRAJECTORY, OTHER_TRAJECTORY].map((id) => householdSpend(state, id).proposedRaise),
      [{ amount: 25_000, proposedBy: 'holder1' }, undefined],
    );
  after('and with the pot', ...filled)
    .when('2024-03-10', proposeRaise(25_000), { actor: 'holder1' })
    .thenState(waitingRaises, [{ trajectoryId: TRAJECTORY, amount: 25_000, proposedBy: 'holder1' }]);
  after('what was confirmed waits no longer', ...proposed)
    .when('2024-03-11', confirmRaise(), { actor: 'holder2' })
    .thenState((state: PooledBudgetState) => [householdSpend(state, TRAJECTORY).proposedRaise, waitingRaises(state)], [undefined, []]);
  after('not by one and the same', ...proposed).when('2024-03-11', confirmRaise(), { actor: 'holder1' }).refused('SAME_APPROVER');
  after('not what nobody proposed', ...filled).when('2024-03-11', confirmRaise(), { actor: 'holder2' }).refused('OUT_OF_ORDER');
  after('not twice', ...raised).when('2024-03-12', confirmRaise(), { actor: 'holder2' }).refused('OUT_OF_ORDER');
  after('not another amount than the holder saw', ...proposed, ['2024-03-10', 'holder1', proposeRaise(250_000)])
    .when('2024-03-11', confirmRaise({ amount: 25_000 }), { actor: 'holder2' })
    .refused('OUT_OF_ORDER', { field: 'amount' });
  after('the same proposal is made once', ...proposed).when('2024-03-11', proposeRaise(25_000)).refused('OUT_OF_ORDER');
  after('another one takes its place', ...proposed).when('2024-03-11', proposeRaise(30_000)).thenTypes('CeilingRaiseProposed');
  after('a raise is above zero', ...filled).when('2024-03-10', proposeRaise(-1)).refused('AMOUNT_NOT_POSITIVE');
  after('of a trajectory that is there', ...filled).knowing({ trajectory: undefined }).when('2024-03-10', proposeRaise(1)).refused('UNKNOWN_TRAJECTORY');
  after('and so is its confirmation', ...filled).knowing({ trajectory: undefined }).when('2024-03-10', confirmRaise()).refused('UNKNOWN_TRAJECTORY');
});
