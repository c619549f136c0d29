import type { TrajectoryState } from '../state.js';
import { C1, openedState } from '../testing/debts.js';
import {
  breach,
  confirmCosts,
  deny,
  expire,
  extend,
  FREEZE,
  grant,
  granted,
  interim,
  lift,
  reportToCourt,
  request,
  requested,
  threatened,
} from '../testing/freezes.js';
import { idOf, opened } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';
import { freezeRuns } from './rules.js';

const freezeId = FREEZE;
const lifted = [...granted, ['2024-02-01', lift()]] as const;
const runs = (state: TrajectoryState) => freezeRuns(openedState(state).crisisFreeze);

describe('the duties of a freeze', () => {
  scenario('a month was paid')
    .after(...granted)
    .when('2024-02-01', confirmCosts('2024-01'))
    .then({ type: 'CurrentCostsConfirmed', data: { freezeId, month: '2024-01' } });
  scenario('also under an interim order')
    .after(...requested, ['2024-01-11', interim()])
    .when('2024-01-11', confirmCosts('2024-01'))
    .thenTypes('CurrentCostsConfirmed');
  scenario('a month is confirmed once')
    .after(...granted, ['2024-02-01', confirmCosts('2024-01')])
    .when('2024-02-02', confirmCosts('2024-01'))
    .refused('OUT_OF_ORDER');
  scenario('of no freeze that nobody asked for')
    .after(opened)
    .when('2024-02-01', confirmCosts('2024-01'))
    .refused('UNKNOWN_FREEZE');
  scenario('of no freeze that is over')
    .after(...lifted)
    .when('2024-02-02', confirmCosts('2024-01'))
    .refused('FREEZE_NOT_RUNNING');

  scenario('a breach is reported')
    .after(...granted)
    .when('2024-02-01', breach({ what: 'creditor-went-on', debtId: C1, note: 'nieuwe brief' }))
    .then({ type: 'FreezeBreached', data: { freezeId, what: 'creditor-went-on', debtId: C1, note: 'nieuwe brief' } });
  scenario('another day it is another breach')
    .after(...granted, ['2024-02-01', breach()])
    .when('2024-03-01', breach())
    .thenTypes('FreezeBreached');
  scenario('of no debt that nobody knows')
    .after(...granted)
    .when('2024-02-01', breach({ debtId: idOf(999) }))
    .refused('UNKNOWN_DEBT');
  scenario('a freeze that nobody asked for is not broken').after(opened).when('2024-02-01', breach()).refused('UNKNOWN_FREEZE');
  scenario('nor one that does not run yet')
    .after(...requested)
    .when('2024-01-11', breach())
    .refused('FREEZE_NOT_RUNNING');
});

describe('extending a freeze', () => {
  const short = [...requested, ['2024-01-12', grant({ until: '2024-03-12' })]] as const;
  scenario('to its maximum, counted from the first day')
    .after(...short)
    .when('2024-03-01', extend('2024-07-12'))
    .then({ type: 'FreezeExtended', data: { freezeId, until: '2024-07-12', rule: 'FR-MAX.narrow@2008-01-01' } });
  scenario('not beyond')
    .after(...short)
    .when('2024-03-01', extend('2024-07-13'))
    .refused('FREEZE_TOO_LONG');
  scenario('not to an earlier day')
    .after(...short)
    .when('2024-03-01', extend('2024-03-12'))
    .refused('OUT_OF_ORDER');
  scenario('still on its last day')
    .after(...short)
    .when('2024-03-12', extend('2024-04-12'))
    .thenTypes('FreezeExtended');
  scenario('not the day after')
    .after(...short)
    .when('2024-03-13', extend('2024-04-12'))
    .refused('FREEZE_NOT_RUNNING');
  scenario('not before it was granted')
    .after(...requested)
    .when('2024-01-11', extend('2024-03-12'))
    .refused('FREEZE_NOT_RUNNING');
  scenario('not what nobody asked for').after(opened).when('2024-01-11', extend('2024-03-12')).refused('UNKNOWN_FREEZE');
  scenario('provisional relief gets a last day')
    .after(
      ...threatened,
      ['2024-01-10', request({ instrument: 'provisional-relief' })],
      ['2024-01-12', grant({ until: undefined })],
    )
    .when('2024-03-01', extend('2025-03-12'))
    .then({ type: 'FreezeExtended', data: { freezeId, until: '2025-03-12' } });
});

describe('the end of a freeze', () => {
  scenario('lifted')
    .after(...granted)
    .when('2024-02-01', lift())
    .then({ type: 'FreezeLifted', data: { freezeId, reason: 'schulden afgekocht' } });
  scenario('lifted, it no longer runs')
    .after(...granted)
    .when('2024-02-01', lift())
    .thenState(runs, false);
  scenario('an interim order runs')
    .after(...requested)
    .when('2024-01-11', interim())
    .thenState(runs, true);
  scenario('a request does not')
    .after(...threatened)
    .when('2024-01-10', request())
    .thenState(runs, false);
  scenario('an interim order is given up')
    .after(...requested, ['2024-01-11', interim()])
    .when('2024-01-12', lift())
    .thenTypes('FreezeLifted');
  scenario('lifted once')
    .after(...lifted)
    .when('2024-02-02', lift())
    .refused('FREEZE_NOT_RUNNING');
  scenario('not before it runs')
    .after(...requested)
    .when('2024-01-11', lift())
    .refused('FREEZE_NOT_RUNNING');
  scenario('not what nobody asked for').after(opened).when('2024-01-11', lift()).refused('UNKNOWN_FREEZE');

  scenario('expired the day after its last')
    .after(...granted)
    .when('2024-07-13', expire())
    .then({ type: 'FreezeExpired', data: { freezeId } });
  scenario('not on its last day')
    .after(...granted)
    .when('2024-07-12', expire())
    .refused('OUT_OF_ORDER');
  scenario('not when it was extended')
    .after(...requested, ['2024-01-12', grant({ until: '2024-03-12' })], ['2024-03-01', extend('2024-05-12')])
    .when('2024-03-13', expire())
    .refused('OUT_OF_ORDER');
  scenario('not without a last day')
    .after(
      ...threatened,
      ['2024-01-10', request({ instrument: 'provisional-relief' })],
      ['2024-01-12', grant({ until: undefined })],
    )
    .when('2025-03-13', expire())
    .refused('OUT_OF_ORDER');
  scenario('not when it was lifted')
    .after(...lifted)
    .when('2024-07-13', expire())
    .refused('FREEZE_NOT_RUNNING');
  scenario('not what nobody granted').after(opened).when('2024-07-13', expire()).refused('UNKNOWN_FREEZE');

  scenario('the court hears of it')
    .after(...lifted)
    .when('2024-02-10', reportToCourt())
    .then({ type: 'CourtReportSent', data: { freezeId } });
  scenario('also when it expired')
    .after(...granted, ['2024-07-13', expire()])
    .when('2024-07-14', reportToCourt())
    .thenTypes('CourtReportSent');
  scenario('once')
    .after(...lifted, ['2024-02-10', reportToCourt()])
    .when('2024-02-11', reportToCourt())
    .refused('OUT_OF_ORDER');
  scenario('not while it runs')
    .after(...granted)
    .when('2024-02-10', reportToCourt())
    .refused('OUT_OF_ORDER');
  scenario('not when it was denied')
    .after(...requested, ['2024-01-11', deny()])
    .when('2024-02-10', reportToCourt())
    .refused('OUT_OF_ORDER');
  scenario('not when it never was granted')
    .after(...requested, ['2024-01-11', interim()], ['2024-01-12', lift()])
    .when('2024-02-10', reportToCourt())
    .refused('OUT_OF_ORDER');
  scenario('not of what nobody asked for').after(opened).when('2024-02-10', reportToCourt()).refused('UNKNOWN_FREEZE');
});
