import { ask, grant, open, contribute, revoke } from '../testing/commands.js';
import { idOf } from '../testing/ids.js';
import { after, filled, type Step } from '../testing/scenario.js';

const pot: readonly Step[] = [
  ['2024-01-01', 'holder1', open()],
  ['2024-01-01', 'holder1', contribute(2024, 'wmo', 500_000)],
];
const atOnce = ['SpendingRequested', 'SpendingApproved'] as const;

describe('granting a mandate', () => {
  after('a coach may spend without asking', ...pot)
    .when('2024-01-01', grant({ domains: ['wmo'], emergency: { upTo: 80_000, settleWithinWorkingDays: 5 } }))
    .then({
      type: 'MandateGranted',
      data: {
        coachId: 'coach',
        perRequest: 50_000,
        from: '2024-01-01',
        domains: ['wmo'],
        emergency: { upTo: 80_000, settleWithinWorkingDays: 5 },
      },
    });
  after('a stranger gets none', ...pot).when('2024-01-01', grant({ coachId: 'nobody' })).refused('UNKNOWN_PERSON', { field: 'coachId' });
  after('a holder gets none: who grants mandates spends by none', ...pot).when('2024-01-01', grant({ coachId: 'holder2' })).refused('UNKNOWN_PERSON', { field: 'coachId' });
  after('the same mandate is granted once', ...pot, ['2024-01-01', 'holder1', grant()]).when('2024-01-02', grant()).refused('OUT_OF_ORDER');
});

describe('revoking a mandate', () => {
  after('a coach may no longer spend without asking', ...filled)
    .when('2024-02-01', revoke())
    .then({ type: 'MandateRevoked', data: { coachId: 'coach' } });
  after('who has none loses none', ...filled).when('2024-02-01', revoke('other-coach')).refused('UNKNOWN_MANDATE');
  after('a mandate is revoked once', ...filled, ['2024-02-01', 'holder1', revoke()]).when('2024-02-02', revoke()).refused('OUT_OF_ORDER');
  after('a revoked mandate may be granted again', ...filled, ['2024-02-01', 'holder1', revoke()])
    .when('2024-02-02', grant())
    .thenTypes('MandateGranted');
});

describe('what a mandate covers', () => {
  after('up to its amount', ...filled).when('2024-02-01', ask(50_000)).thenTypes(...atOnce);
  after('not a cent more', ...filled).when('2024-02-01', ask(50_001)).thenTypes('SpendingRequested');
  after('no other coach', ...filled).when('2024-02-01', ask(10_000), { actor: 'other-coach' }).thenTypes('SpendingRequested');
  after('not before its first day', ...pot, ['2024-01-01', 'holder1', grant({ from: '2024-02-01' })])
    .when('2024-01-31', ask(10_000))
    .thenTypes('SpendingRequested');
  after('until its last day', ...pot, ['2024-01-01', 'holder1', grant({ until: '2024-02-01' })])
    .when('2024-02-01T23:00', ask(10_000))
    .thenTypes(...atOnce);
  after('not after its last day', ...pot, ['2024-01-01', 'holder1', grant({ until: '2024-02-01' })])
    .when('2024-02-02', ask(10_000))
    .thenTypes('SpendingRequested');
  after('not after it was revoked', ...filled, ['2024-02-01T10:00', 'holder1', revoke()])
    .when('2024-02-01T11:00', ask(10_000))
    .thenTypes('SpendingRequested');
  after('what was asked before it was revoked, though recorded after', ...filled, ['2024-02-01T10:00', 'holder1', revoke()])
    .when('2024-02-01T09:00', ask(10_000), { now: '2024-02-01T12:00' })
    .thenTypes(...atOnce);
  after('of two, what was granted last', ...filled, ['2024-01-10', 'holder1', grant({ perRequest: 5_000, from: '2024-02-01' })])
    .when('2024-02-01', ask(10_000))
    .thenTypes('SpendingRequested');
  after('when the last one is over, the one before', ...filled, [
    '2024-01-10',
    'holder1',
    grant({ perRequest: 5_000, from: '2024-02-01', until: '2024-02-29' }),
  ])
    .when('2024-03-01', ask(10_000))
    .thenTypes(...atOnce);

  const wmoOnly: Step = ['2024-01-01', 'holder1', grant({ domains: ['wmo'] })];
  after('a split within its domains', ...pot, wmoOnly).when('2024-02-01', ask(10_000, { split: { wmo: 100, jeugd: 0 } })).thenTypes(...atOnce);
  after('no split outside its domains', ...pot, wmoOnly)
    .when('2024-02-01', ask(10_000, { requestId: idOf(201), split: { wmo: 99, jeugd: 1 } }))
    .thenTypes('SpendingRequested');
  after('nothing without a split, for that may come from any domain', ...pot, wmoOnly)
    .when('2024-02-01', ask(10_000))
    .thenTypes('SpendingRequested');
});
