import { dutchLaw } from '@perspectief/law';
import { effectiveEvents } from '../page/effective-events.js';
import { foldPage } from '../page/fold-page.js';
import { historyOf, idIn, told, type Told } from '../testing/facts.js';
import { wholeTrajectory } from '../testing/whole-trajectory.js';
import { worklistItems } from './items.js';

const NAME = 'worklist';
const whole = wholeTrajectory(NAME);
const until = (day: string): readonly Told[] => whole.filter(({ on }) => on.slice(0, 10) <= day);
const itemsAfter = (tellings: readonly Told[]) => worklistItems(foldPage(effectiveEvents(historyOf(NAME, tellings))), dutchLaw);
const kindsAfter = (tellings: readonly Told[]) => itemsAfter(tellings).map(({ kind, dueOn }) => `${kind} ${dueOn}`);

describe('what a trajectory asks of people', () => {
  it('without a coach is a coach', () => {
    expect(kindsAfter(whole.slice(0, 1))).toEqual(['no-coach 2023-12-18']);
  });

  it('are the running terms with rule and article', () => {
    const clocks = itemsAfter(until('2023-12-20')).filter(({ kind }) => kind === 'clock');
    expect(clocks).toEqual([
      expect.objectContaining({ rule: 'wgs-first-conversation', article: 'Wgs 4 lid 1', dueOn: '2024-01-15' }),
      expect.objectContaining({ rule: 'wgs-first-conversation-threat', dueOn: '2023-12-27' }),
    ]);
  });

  it('are an open threat and a freeze that nobody decided on', () => {
    expect(kindsAfter(until('2023-12-22'))).toEqual(expect.arrayContaining(['threat 2024-01-15', 'freeze-decision 2023-12-22']));
  });

  it('is no threat while a freeze holds it off, and is one again when that ends', () => {
    const threats = (tellings: readonly Told[]) => kindsAfter(tellings).filter((kind) => kind.startsWith('threat'));
    const held = until('2024-01-13');
    expect(threats(held)).toEqual([]);
    expect(threats([...held, told('2024-01-20', 'FreezeExpired', { freezeId: idIn(NAME, 'narrow') })])).toEqual(['threat 2024-01-15']);
  });

  it('is an answer of the household while a tandem is proposed', () => {
    expect(kindsAfter(until('2024-01-03'))).toContain('tandem-answer 2024-01-03');
    expect(kindsAfter(until('2024-01-04')).join()).not.toContain('tandem-answer');
  });

  it('are a freeze that ends, its current costs of one month, and a breach at once', () => {
    const breached = [...until('2024-02-13'), told('2024-03-05', 'FreezeBreached', { freezeId: idIn(NAME, 'narrow'), what: 'new-debt' })];
    expect(kindsAfter(breached)).toEqual(
      expect.arrayContaining(['freeze-ends 2024-07-12', 'current-costs 2024-02-29', 'freeze-breach 2024-03-05']),
    );
  });

  it('are open offers, and steps of the plan until they are taken', () => {
    expect(kindsAfter(until('2024-03-11'))).toContain('offer-answer 2024-04-01');
    expect(kindsAfter(until('2024-02-01'))).toContain('action 2024-02-10');
    expect(kindsAfter(until('2024-02-09')).join()).not.toContain('action');
  });

  it('is a reminder, then a call, when a creditor was asked for its balance', () => {
    const asked = [...until('2024-01-12'), told('2024-01-13', 'BalancesRequested', { debts: [idIn(NAME, 'rent')] })];
    expect(kindsAfter(asked)).toEqual(expect.arrayContaining(['balance-reminder 2024-01-27', 'balance-escalation 2024-02-10']));
  });

  it('are what was missed and the next instalment, also after closing', () => {
    expect(kindsAfter(whole)).toEqual(['repayment-missed 2024-06-01', 'repayment 2024-07-01']);
  });

  it('are check-ins, and two that were missed in a row', () => {
    expect(kindsAfter(until('2024-08-02'))).toContain('check-in 2024-09-01');
    expect(kindsAfter(until('2024-08-02')).join()).not.toContain('missed-check-ins');
    expect(kindsAfter(until('2024-09-02'))).toContain('missed-check-ins 2024-09-01');
    expect(kindsAfter(until('2024-10-01')).join()).not.toContain('missed-check-ins');
  });

  it('is a safety task until it is closed', () => {
    const open = [...until('2024-01-12'), told('2024-01-13', 'SafetyTaskOpened', { taskId: idIn(NAME, 'safe'), kind: 'shelter', dueOn: '2024-01-14' })];
    expect(kindsAfter(open)).toContain('safety-task 2024-01-14');
    expect(kindsAfter([...open, told('2024-01-14', 'SafetyTaskClosed', { taskId: idIn(NAME, 'safe') })]).join()).not.toContain('safety-task');
  });

  it('marks a term that stands still, which has no fixed last day', () => {
    const asked = [
      ...until('2023-12-18'),
      told('2024-01-15', 'ApplicationReceived', { applicationId: idIn(NAME, 'youth'), law: 'jeugd', kind: 'youth-provision' }),
      told('2024-01-22', 'ClockSuspended', { applicationId: idIn(NAME, 'youth'), reason: 'supplement-requested', from: '2024-01-22' }),
    ];
    expect(itemsAfter(asked)).toContainEqual(expect.objectContaining({ rule: 'awb-decision', standsStill: true, dueOn: '2024-03-11' }));
  });

  it('keeps its ids, so that rows stay themselves', () => {
    const ids = (tellings: readonly Told[]) => itemsAfter(tellings).filter(({ kind }) => kind === 'threat').map(({ itemId }) => itemId);
    expect(ids(until('2024-01-11'))).toEqual(ids(until('2023-12-20')));
  });

  it('names nobody', () => {
    const sentences = JSON.stringify(itemsAfter(until('2024-03-04')).map(({ sentence }) => sentence));
    expect(sentences).not.toMatch(/Woonstad|Energie|post samen/);
  });
});
