import { C1 } from '../testing/debts.js';
import { closeThreat, EVICTION, postponeThreat, reportThreat, threatened } from '../testing/freezes.js';
import { idOf, opened } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';

describe('a threat', () => {
  scenario('is reported')
    .after(opened)
    .when('2024-01-09', reportThreat())
    .then({ type: 'ThreatReported', data: { threatId: EVICTION, threat: 'eviction', threatensOn: '2024-02-01' } });
  scenario('may come from a debt')
    .after(...threatened)
    .when('2024-01-09', reportThreat('energy-cutoff', idOf(49), C1))
    .then({
      type: 'ThreatReported',
      data: { threatId: idOf(49), threat: 'energy-cutoff', threatensOn: '2024-02-01', debtId: C1 },
    });
  scenario('comes from no debt that nobody knows')
    .after(...threatened)
    .when('2024-01-09', reportThreat('energy-cutoff', idOf(49), idOf(999)))
    .refused('UNKNOWN_DEBT');
  scenario('has an id of its own')
    .after(...threatened)
    .when('2024-01-10', reportThreat())
    .refused('THREAT_EXISTS');

  scenario('is averted')
    .after(...threatened)
    .when('2024-01-10', closeThreat())
    .then({ type: 'ThreatClosed', data: { threatId: EVICTION, how: 'averted' } });
  scenario('is carried out')
    .after(...threatened)
    .when('2024-02-01', closeThreat('carried-out'))
    .then({ type: 'ThreatClosed', data: { threatId: EVICTION, how: 'carried-out' } });
  scenario('cannot be closed when nobody reported it').after(opened).when('2024-01-10', closeThreat()).refused('UNKNOWN_THREAT');
  scenario('closes once')
    .after(...threatened, ['2024-01-10', closeThreat()])
    .when('2024-01-11', closeThreat('carried-out'))
    .refused('THREAT_CLOSED');

  scenario('is postponed')
    .after(...threatened)
    .when('2024-01-10', postponeThreat('2024-03-01'))
    .then({ type: 'ThreatPostponed', data: { threatId: EVICTION, threatensOn: '2024-03-01' } });
  scenario('is not postponed to the same day')
    .after(...threatened)
    .when('2024-01-10', postponeThreat('2024-02-01'))
    .refused('OUT_OF_ORDER');
  scenario('cannot be postponed when nobody reported it')
    .after(opened)
    .when('2024-01-10', postponeThreat('2024-03-01'))
    .refused('UNKNOWN_THREAT');
  scenario('that is over is not postponed')
    .after(...threatened, ['2024-01-10', closeThreat()])
    .when('2024-01-11', postponeThreat('2024-03-01'))
    .refused('THREAT_CLOSED');
});
