import { filled, after, scenario } from '../testing/scenario.js';
import { ask, closeYear, contribute, open, takeBack } from '../testing/commands.js';
import { POT } from '../testing/ids.js';

describe('opening a pot', () => {
  scenario('without terms of its own a pot has those of our policy')
    .when('2024-01-01', open())
    .then({
      type: 'BudgetOpened',
      data: {
        budgetId: POT,
        name: 'Doorbraakbudget Beijum',
        scheme: 'doorbraak',
        area: 'beijum',
        householdCeiling: 300_000,
        tiers: [{ above: 50_000, approvers: 2 }],
      },
    });
  scenario('a municipality sets its own terms')
    .when('2024-01-01', open({ householdCeiling: 100_000, tiers: [] }))
    .thenTypes('BudgetOpened');
  after('a pot is opened once', ...filled).when('2024-01-02', open()).refused('BUDGET_EXISTS', { field: 'budgetId' });
  scenario('not before it happened').when('2024-01-02', open(), { now: '2024-01-01' }).refused('IN_THE_FUTURE');
});

describe('putting money in', () => {
  after('a domain puts money into a year', ...filled)
    .when('2024-02-01', contribute(2024, 'wmo', 10_000))
    .mayRepeat()
    .then({ type: 'ContributionMade', data: { year: 2024, domain: 'wmo', amount: 10_000 } });
  scenario('a pot that nobody opened takes no money').when('2024-02-01', contribute(2024, 'wmo', 10_000)).refused('UNKNOWN_BUDGET');
  after('nothing is no amount', ...filled).when('2024-02-01', contribute(2024, 'wmo', 0)).refused('AMOUNT_NOT_POSITIVE');
  after('half a cent is no amount', ...filled).when('2024-02-01', contribute(2024, 'wmo', 0.5)).refused('AMOUNT_NOT_POSITIVE');
  after('a closed year takes no money', ...filled, ['2024-12-31', 'holder1', closeYear(2024)])
    .when('2025-01-02', contribute(2024, 'wmo', 10_000))
    .refused('YEAR_CLOSED', { facts: { year: 2024 } });
  after('nor does any year before a closed one', ...filled, ['2024-12-31', 'holder1', closeYear(2024)])
    .when('2025-01-02', contribute(2022, 'wmo', 10_000))
    .refused('YEAR_CLOSED');
  after('not before it happened', ...filled)
    .when('2024-02-02', contribute(2024, 'wmo', 10_000), { now: '2024-02-01' })
    .refused('IN_THE_FUTURE');
});

describe('taking money back', () => {
  after('a domain takes back what is free', ...filled)
    .when('2024-02-01', takeBack(2024, 'schuldhulp', 60_000))
    .then({ type: 'ContributionWithdrawn', data: { year: 2024, domain: 'schuldhulp', amount: 60_000 } });
  after('never more than it put in', ...filled)
    .when('2024-02-01', takeBack(2024, 'schuldhulp', 60_001))
    .refused('WOULD_OVERDRAW', { facts: { available: '600.00', year: 2024 } });
  after('never what is promised', ...filled, ['2024-02-01', 'coach', ask(50_000)], ['2024-02-02', 'holder1', takeBack(2024, 'jeugd', 90_000)])
    .when('2024-02-03', takeBack(2025, 'jeugd', 100_001))
    .refused('WOULD_OVERDRAW');
  after(
    'the pot keeps what a request has reserved',
    ...filled,
    ['2024-02-01', 'coach', ask(50_000)],
    ['2024-02-02', 'holder1', takeBack(2024, 'jeugd', 90_000)],
    ['2024-02-02', 'holder1', takeBack(2024, 'wmo', 120_000)],
    ['2024-02-02', 'holder1', takeBack(2024, 'schuldhulp', 60_000)],
  )
    .when('2024-02-03', takeBack(2024, 'participatiewet', 100_001))
    .refused('WOULD_OVERDRAW', { facts: { available: '1000.00', year: 2024 } });
  after('nothing is no amount', ...filled).when('2024-02-01', takeBack(2024, 'wmo', -1)).refused('AMOUNT_NOT_POSITIVE');
  after('nothing leaves a closed year', ...filled, ['2024-12-31', 'holder1', closeYear(2024)])
    .when('2025-01-02', takeBack(2024, 'wmo', 1))
    .refused('YEAR_CLOSED');
});
