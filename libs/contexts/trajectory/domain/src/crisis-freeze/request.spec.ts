import { lawWith } from '@perspectief/law';
import { C1, C2, register } from '../testing/debts.js';
import {
  COLD,
  deny,
  EVICTION,
  expire,
  FREEZE,
  grant,
  lift,
  OTHER,
  reportThreat,
  request,
  requested,
  threatened,
} from '../testing/freezes.js';
import { idOf, opened } from '../testing/histories.js';
import { scenario, standardContext } from '../testing/scenario.js';
import { broadConditions } from './rules.js';

describe('asking for a freeze', () => {
  scenario('of the court, for one threat')
    .after(...threatened)
    .when('2024-01-10', request({ debts: [C1], evidence: ['judgment'] }))
    .then({
      type: 'FreezeRequested',
      data: {
        freezeId: FREEZE,
        threatId: EVICTION,
        instrument: 'narrow-moratorium',
        debts: [C1],
        evidence: ['judgment'],
        rule: 'FR-MAX.narrow@2008-01-01',
      },
    });
  scenario('for a threat that nobody reported').after(opened).when('2024-01-10', request()).refused('UNKNOWN_THREAT');
  scenario('for a debt that nobody knows')
    .after(...threatened)
    .when('2024-01-10', request({ debts: [idOf(999)] }))
    .refused('UNKNOWN_DEBT');
  scenario('with an id in use')
    .after(...requested)
    .when('2024-01-11', request({ instrument: 'standstill' }))
    .refused('FREEZE_EXISTS');
});

describe('how long a freeze may be', () => {
  const standstill = { instrument: 'standstill' } as const;
  scenario('six months for one threat')
    .after(...threatened)
    .when('2024-01-10', request({ until: '2024-07-10' }))
    .thenTypes('FreezeRequested');
  scenario('not a day more')
    .after(...threatened)
    .when('2024-01-10', request({ until: '2024-07-11' }))
    .refused('FREEZE_TOO_LONG', { facts: { latest: '2024-07-10' } });
  scenario('eight months when creditors are willing')
    .after(...threatened)
    .when('2024-01-10', request({ ...standstill, until: '2024-09-10' }))
    .thenTypes('FreezeRequested');
  scenario('not a day more either')
    .after(...threatened)
    .when('2024-01-10', request({ ...standstill, until: '2024-09-11' }))
    .refused('FREEZE_TOO_LONG');
  scenario('six months against all creditors')
    .after(...threatened)
    .when('2024-01-10', request({ instrument: 'broad-moratorium', until: '2024-07-11', evidence: [...broadConditions] }))
    .refused('FREEZE_TOO_LONG');
  scenario('provisional relief lasts as long as the court wants')
    .after(...threatened)
    .when('2024-01-10', request({ instrument: 'provisional-relief', until: '2026-01-10' }))
    .then({
      type: 'FreezeRequested',
      data: {
        freezeId: FREEZE,
        threatId: EVICTION,
        instrument: 'provisional-relief',
        debts: [],
        evidence: [],
        until: '2026-01-10',
      },
    });
  scenario('the municipality may stop its own collection as long as it wants')
    .after(...threatened)
    .when('2024-01-10', request({ instrument: 'municipal-collection-stop', until: '2026-01-10' }))
    .thenTypes('FreezeRequested');
  scenario('other rules give other days')
    .knowing({ law: lawWith([{ key: 'narrow-freeze-maximum', value: 3, name: 'what-if-3-months' }]) })
    .after(...threatened)
    .when('2024-01-10', request({ until: '2024-04-11' }))
    .refused('FREEZE_TOO_LONG', { facts: { latest: '2024-04-10' } });
  scenario('it does not end before it starts')
    .after(...threatened)
    .when('2024-01-10', request({ until: '2024-01-09' }))
    .refused('OUT_OF_ORDER');
});

describe('a narrow moratorium', () => {
  const cold = [...threatened, ['2024-01-09', reportThreat('heat-cutoff', COLD)]] as const;
  scenario('does not know district heating')
    .after(...cold)
    .when('2024-01-10', request({ threatId: COLD }))
    .refused('NOT_A_NARROW_THREAT');
  scenario('needs a threat')
    .after(...cold)
    .when('2024-01-10', request({ threatId: undefined }))
    .refused('NOT_A_NARROW_THREAT');
  scenario('too long comes before the wrong threat')
    .after(...cold)
    .when('2024-01-10', request({ threatId: COLD, until: '2025-01-10' }))
    .refused('FREEZE_TOO_LONG');
  scenario('a standstill may be about heat')
    .after(...cold)
    .when('2024-01-10', request({ threatId: COLD, instrument: 'standstill' }))
    .thenTypes('FreezeRequested');
});

describe('a broad moratorium', () => {
  const broad = { instrument: 'broad-moratorium', threatId: undefined, evidence: [...broadConditions] } as const;
  const used = (...broadMoratoria: string[]) => ({ household: { ...standardContext.household!, broadMoratoria } });
  scenario('is asked for when its conditions are met')
    .after(opened)
    .when('2024-01-10', request(broad))
    .thenTypes('FreezeRequested');
  scenario('wants each of them')
    .after(opened)
    .when('2024-01-10', request({ ...broad, evidence: broadConditions.filter((one) => one !== 'budget-management') }))
    .refused('BROAD_CONDITIONS_OPEN', { facts: { open: 'budget-management' } });
  scenario('is given once in ten years')
    .knowing(used('2014-01-11'))
    .after(opened)
    .when('2024-01-10', request(broad))
    .refused('BROAD_USED_BEFORE', { facts: { last: '2014-01-11' } });
  scenario('and again after them')
    .knowing(used('2014-01-10', '2001-01-01'))
    .after(opened)
    .when('2024-01-10', request(broad))
    .thenTypes('FreezeRequested');
  const grantBroad = grant({ until: '2024-03-12' });
  scenario('also when the earlier one was in this trajectory')
    .after(opened, ['2024-01-10', request(broad)], ['2024-01-12', grantBroad], ['2024-02-01', lift()])
    .when('2024-05-01', request({ ...broad, freezeId: OTHER }))
    .refused('BROAD_USED_BEFORE', { facts: { last: '2024-01-12' } });
  scenario('one that was denied does not count')
    .after(opened, ['2024-01-10', request(broad)], ['2024-01-12', deny()])
    .when('2024-05-01', request({ ...broad, freezeId: OTHER }))
    .thenTypes('FreezeRequested');
  scenario('missing conditions come before an earlier use')
    .knowing(used('2020-01-01'))
    .after(opened)
    .when('2024-01-10', request({ ...broad, evidence: [] }))
    .refused('BROAD_CONDITIONS_OPEN');
});

describe('a freeze that is not over', () => {
  const twoDebts = [...threatened, ['2024-01-09', register(C2, 100)]] as const;
  scenario('stands in the way of the same for the same threat')
    .after(...requested)
    .when('2024-01-11', request({ freezeId: OTHER }))
    .refused('FREEZE_RUNNING');
  scenario('of the same for the same debt')
    .after(...twoDebts, ['2024-01-10', request({ instrument: 'standstill', debts: [C1, C2], threatId: undefined })])
    .when('2024-01-11', request({ freezeId: OTHER, instrument: 'standstill', debts: [C2] }))
    .refused('FREEZE_RUNNING');
  scenario('not for another debt')
    .after(...twoDebts, ['2024-01-10', request({ instrument: 'standstill', debts: [C1] })])
    .when('2024-01-11', request({ freezeId: OTHER, instrument: 'standstill', debts: [C2] }))
    .thenTypes('FreezeRequested');
  scenario('not for another instrument')
    .after(...requested)
    .when('2024-01-11', request({ freezeId: OTHER, instrument: 'standstill' }))
    .thenTypes('FreezeRequested');
  scenario('not once it was denied')
    .after(...requested, ['2024-01-11', deny()])
    .when('2024-01-12', request({ freezeId: OTHER }))
    .thenTypes('FreezeRequested');
  scenario('not once it expired')
    .after(...requested, ['2024-01-12', grant()], ['2024-07-13', expire()])
    .when('2024-07-14', request({ freezeId: OTHER }))
    .thenTypes('FreezeRequested');
});
