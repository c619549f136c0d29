import {
  C1,
  CJIB,
  confirmed,
  confirmInventory,
  correct,
  fiveDebts,
  openedState,
  recordBalance,
  register,
  remove,
} from '../testing/debts.js';
import { opened } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';
import type { TrajectoryState } from '../state.js';

const inventoryPhase = (state: TrajectoryState) => openedState(state).debts.inventory.phase;

describe('the list of debts', () => {
  scenario('is confirmed')
    .after(...fiveDebts)
    .when('2024-02-26', confirmInventory)
    .then({ type: 'DebtInventoryConfirmed', data: {} });
  scenario('without debts there is no list').after(opened).when('2024-02-26', confirmInventory).refused('NO_DEBTS');
  scenario('with the only debt removed there is none either')
    .after(opened, ['2024-01-09', register(C1, 100)], ['2024-01-10', remove(C1)])
    .when('2024-02-26', confirmInventory)
    .refused('NO_DEBTS');
  scenario('is not confirmed twice')
    .after(...confirmed)
    .when('2024-03-01', confirmInventory)
    .refused('OUT_OF_ORDER');

  const changes = [
    ['a corrected claim', correct(C1, { claim: 1 })],
    ['another rank', correct(C1, { rank: 'preferential' })],
    ['another creditor', correct(C1, { creditor: 'deurwaarder' })],
    ['leaving a debt out', correct(C1, { treatment: 'excluded' })],
    ['a new included debt', register(CJIB, 39_000)],
    ['a removed debt', remove(C1)],
    ['a balance with another claim', recordBalance(C1, 280_000)],
  ] as const;
  for (const [what, command] of changes)
    scenario(`${what} opens it again`)
      .after(...confirmed)
      .when('2024-03-01', command)
      .thenState(inventoryPhase, 'open');
  scenario('a new excluded debt leaves it confirmed')
    .after(...confirmed)
    .when('2024-03-01', register(CJIB, 39_000, { treatment: 'excluded' }))
    .thenState(inventoryPhase, 'confirmed');
  scenario('a balance that confirms the claim leaves it confirmed')
    .after(...confirmed)
    .when('2024-03-01', recordBalance(C1, 284_637))
    .thenState(inventoryPhase, 'confirmed');

  const withExcluded = [
    ...fiveDebts,
    ['2024-01-10', register(CJIB, 39_000, { treatment: 'excluded' })],
    ['2024-02-26', confirmInventory],
  ] as const;
  scenario('a correction of an excluded debt leaves it confirmed')
    .after(...withExcluded)
    .when('2024-03-01', correct(CJIB, { claim: 40_000 }))
    .thenState(inventoryPhase, 'confirmed');
  scenario('taking an excluded debt in opens it again')
    .after(...withExcluded)
    .when('2024-03-01', correct(CJIB, { treatment: 'included' }))
    .thenState(inventoryPhase, 'open');
});
