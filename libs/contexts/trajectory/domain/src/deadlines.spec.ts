import { agree, answer, BUY_OUT, drafted, fail, paid, repay, sent } from './testing/buy-outs.js';
import { C1, C2, C3, C4, C5, openedState } from './testing/debts.js';
import { COLD, EVICTION, extend, FREEZE, grant, granted, lift, request, requested, reportThreat } from './testing/freezes.js';
import { opened, TRAJECTORY as trajectoryId } from './testing/histories.js';
import { scenario } from './testing/scenario.js';
import { deadlinesOf } from './deadlines.js';
import type { TrajectoryState } from './state.js';

const deadlines = (state: TrajectoryState) => deadlinesOf(openedState(state));
const closed = { type: 'TrajectoryClosed', data: { householdId: 'any', outcome: 'stable' } } as const;
const expiry = (actsOn: string, until: string) => ({
  actsOn,
  command: { type: 'ExpireFreeze', data: { trajectoryId, freezeId: FREEZE } },
  key: `expire ${FREEZE} ${until}`,
});
const lapse = (debtId: string) => ({
  actsOn: '2024-04-02',
  command: { type: 'LapseOffer', data: { trajectoryId, buyOutId: BUY_OUT, debtId } },
  key: `lapse ${BUY_OUT} ${debtId}`,
});

describe('what the clock does by itself', () => {
  scenario('a freeze expires the day after its last day')
    .after(...requested)
    .when('2024-01-12', grant())
    .thenState(deadlines, [expiry('2024-07-13', '2024-07-12')]);
  scenario('told late, a freeze expires on the day that it was told')
    .after(...requested)
    .when('2024-08-20T10:00', grant())
    .thenState(deadlines, [expiry('2024-08-20', '2024-07-12')]);
  scenario('granted for days before the trajectory, it expires no earlier than the opening')
    .after(opened, ['2024-01-08', reportThreat()], ['2024-01-08', request()])
    .given('2024-01-05', { type: 'FreezeGranted', data: { freezeId: FREEZE, from: '2023-12-20', until: '2024-01-04', conditions: [] } })
    .when('2024-01-09', reportThreat('energy-cutoff', COLD))
    .thenState(deadlines, [expiry('2024-01-08', '2024-01-04')]);
  scenario('offers that were sent after their last day lapse on the day that they were sent')
    .after(...drafted)
    .given('2024-04-10', { type: 'OffersSent', data: { buyOutId: BUY_OUT, respondBy: '2024-04-01' } })
    .when('2024-04-11', answer(C1))
    .thenState(deadlines, [C2, C3, C4, C5].map((debtId) => ({ ...lapse(debtId), actsOn: '2024-04-10' })));
  scenario('extended, a later day')
    .after(...requested, ['2024-01-12', grant({ until: '2024-03-12' })])
    .when('2024-03-01', extend('2024-05-12'))
    .thenState(deadlines, [expiry('2024-05-13', '2024-05-12')]);
  scenario('lifted, never')
    .after(...granted)
    .when('2024-02-01', lift())
    .thenState(deadlines, []);
  scenario('without a last day, never')
    .after(...requested.slice(0, -1), ['2024-01-10', request({ instrument: 'provisional-relief' })])
    .when('2024-01-12', grant({ until: undefined }))
    .thenState(deadlines, []);
  scenario('offers without an answer lapse')
    .after(...sent, ['2024-03-11', answer(C2, 'refused')])
    .when('2024-03-11', answer(C1))
    .thenState(deadlines, [C3, C4, C5].map(lapse));
  scenario('what comes first stands first')
    .after(...sent, ['2024-03-11', reportThreat('eviction', EVICTION)], ['2024-03-11', request()])
    .when('2024-03-12', grant({ from: '2024-03-12', until: '2024-03-20' }))
    .thenState(deadlines, [expiry('2024-03-21', '2024-03-20'), ...[C1, C2, C3, C4, C5].map(lapse)]);
  scenario('offers that failed do not lapse')
    .after(...sent)
    .when('2024-03-11', fail())
    .thenState(deadlines, []);
  scenario('a closed trajectory waits for nothing')
    .after(...paid, ['2024-04-11', agree()], ['2024-04-11', reportThreat()], ['2024-04-11', request()], ['2024-04-12', grant()])
    .given('2024-04-13', closed)
    .when('2024-05-01', repay(1))
    .thenState(deadlines, []);
});
