import { C1, C2, register } from '../testing/debts.js';
import { deny, FREEZE, grant, granted, interim, lift, request, requested, respond, threatened } from '../testing/freezes.js';
import { idOf, opened } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';

describe('the decision on a freeze', () => {
  scenario('calm until the court decides')
    .after(...requested)
    .when('2024-01-11', interim())
    .then({ type: 'InterimOrderIssued', data: { freezeId: FREEZE } });
  scenario('is not ordered twice')
    .after(...requested, ['2024-01-11', interim()])
    .when('2024-01-12', interim())
    .refused('OUT_OF_ORDER');
  scenario('nor for a freeze that nobody asked for').after(opened).when('2024-01-11', interim()).refused('UNKNOWN_FREEZE');
  scenario('nor after the decision')
    .after(...granted)
    .when('2024-01-13', interim())
    .refused('FREEZE_DECIDED');

  scenario('a freeze is granted')
    .after(...requested, ['2024-01-11', interim()])
    .when('2024-01-12', grant())
    .then({
      type: 'FreezeGranted',
      data: {
        freezeId: FREEZE,
        from: '2024-01-12',
        until: '2024-07-12',
        conditions: ['current-rent'],
        rule: 'FR-MAX.narrow@2008-01-01',
      },
    });
  scenario('for six months at most, counted from its first day')
    .after(...requested)
    .when('2024-01-12', grant({ until: '2024-07-13' }))
    .refused('FREEZE_TOO_LONG');
  scenario('also when it starts later')
    .after(...requested)
    .when('2024-01-12', grant({ from: '2024-01-15', until: '2024-07-15' }))
    .thenTypes('FreezeGranted');
  scenario('with a last day')
    .after(...requested)
    .when('2024-01-12', grant({ until: undefined }))
    .refused('FREEZE_TOO_LONG', { field: 'until' });
  scenario('provisional relief may be without')
    .after(...threatened, ['2024-01-10', request({ instrument: 'provisional-relief' })])
    .when('2024-01-12', grant({ until: undefined }))
    .then({ type: 'FreezeGranted', data: { freezeId: FREEZE, from: '2024-01-12', conditions: ['current-rent'] } });
  scenario('the municipality names a last day too')
    .after(...threatened, ['2024-01-10', request({ instrument: 'municipal-collection-stop' })])
    .when('2024-01-12', grant({ until: undefined }))
    .refused('FREEZE_TOO_LONG');
  scenario('a last day does not come before the first')
    .after(...requested)
    .when('2024-01-12', grant({ until: '2024-01-11' }))
    .refused('OUT_OF_ORDER');
  scenario('a freeze that nobody asked for').after(opened).when('2024-01-12', grant()).refused('UNKNOWN_FREEZE');
  scenario('is granted once')
    .after(...granted)
    .when('2024-01-13', grant({ until: '2024-06-12' }))
    .refused('FREEZE_DECIDED');
  scenario('not after it was denied')
    .after(...requested, ['2024-01-11', deny()])
    .when('2024-01-12', grant({ until: undefined }))
    .refused('FREEZE_DECIDED');
  scenario('not after it was lifted')
    .after(...granted, ['2024-02-01', lift()])
    .when('2024-02-02', grant())
    .refused('FREEZE_DECIDED');

  scenario('a freeze is denied')
    .after(...requested)
    .when('2024-01-12', deny())
    .then({ type: 'FreezeDenied', data: { freezeId: FREEZE, grounds: ['rent-unpaid'] } });
  scenario('one that nobody asked for is not').after(opened).when('2024-01-12', deny()).refused('UNKNOWN_FREEZE');
  scenario('nor one that was granted')
    .after(...granted)
    .when('2024-01-13', deny())
    .refused('FREEZE_DECIDED');
});

describe('what creditors say to a standstill', () => {
  const standstill = [
    ...threatened,
    ['2024-01-09', register(C2, 100)],
    ['2024-01-10', request({ instrument: 'standstill', debts: [C1] })],
  ] as const;
  scenario('yes')
    .after(...standstill)
    .when('2024-01-11', respond(C1))
    .then({ type: 'CreditorResponded', data: { freezeId: FREEZE, debtId: C1, response: 'accepted' } });
  scenario('no')
    .after(...standstill)
    .when('2024-01-11', respond(C1, 'refused'))
    .thenTypes('CreditorResponded');
  scenario('first no, then yes')
    .after(...standstill, ['2024-01-11', respond(C1, 'refused')])
    .when('2024-01-12', respond(C1))
    .thenTypes('CreditorResponded');
  scenario('not the same twice')
    .after(...standstill, ['2024-01-11', respond(C1)])
    .when('2024-01-12', respond(C1))
    .refused('OUT_OF_ORDER');
  scenario('to no freeze that nobody asked for')
    .after(...threatened)
    .when('2024-01-11', respond(C1))
    .refused('UNKNOWN_FREEZE');
  scenario('not of a debt that nobody knows')
    .after(...standstill)
    .when('2024-01-11', respond(idOf(999)))
    .refused('UNKNOWN_DEBT');
  scenario('not of a debt outside the freeze')
    .after(...standstill)
    .when('2024-01-11', respond(C2))
    .refused('UNKNOWN_DEBT');
  scenario('of any debt where the freeze names none')
    .after(...requested)
    .when('2024-01-11', respond(C1))
    .thenTypes('CreditorResponded');
});
