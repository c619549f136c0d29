import { calendarWith } from '../calendar/calendar.js';
import { lawWith } from '../parameters/law.js';
import type { ClockFacts } from './clock.js';
import { computeClock } from './compute-clock.js';
import { clockRuleNames } from './rules.js';

const youth = { rule: 'awb-decision', law: 'jeugd', startedOn: '2024-01-15' } as const;
const asked = { from: '2024-01-22', until: '2024-01-29' };

describe('the clock of each law (rules 1.2)', () => {
  it.each<[string, Omit<ClockFacts, 'asOf'>, string, string]>([
    ['WG-01 first conversation, moved off Christmas', { rule: 'wgs-first-conversation', startedOn: '2023-11-27' }, '2023-12-27', 'WG-01@2012-07-01'],
    ['WG-02 three working days over Christmas', { rule: 'wgs-first-conversation-threat', startedOn: '2023-12-20' }, '2023-12-27', 'WG-02@2012-07-01'],
    ['WG-02 three working days in January', { rule: 'wgs-first-conversation-threat', startedOn: '2025-01-27' }, '2025-01-30', 'WG-02@2012-07-01'],
    ['WG-04 decision of the main story', { rule: 'wgs-decision', startedOn: '2023-12-21' }, '2024-02-15', 'WG-04@2021-01-01'],
    ['WG-04 decision of the denied freeze', { rule: 'wgs-decision', startedOn: '2025-01-30' }, '2025-03-27', 'WG-04@2021-01-01'],
    ['WM-01 investigation', { rule: 'wmo-investigation', startedOn: '2024-01-08' }, '2024-02-19', 'WM-01@2015-01-01'],
    ['WM-02 personal plan', { rule: 'wmo-personal-plan', startedOn: '2024-01-08' }, '2024-01-15', 'WM-02@2015-01-01'],
    ['WM-03 decision', { rule: 'wmo-decision', startedOn: '2024-02-12' }, '2024-02-26', 'WM-03@2015-01-01'],
    ['JW-01 youth decision', youth, '2024-03-11', 'JW-01@2015-01-01'],
    ['JW-02 help plan', { rule: 'youth-help-plan', startedOn: '2024-01-15' }, '2024-02-26', 'JW-02@2015-01-01'],
    ['JW-02 plan in writing', { rule: 'youth-plan-in-writing', startedOn: '2024-01-15' }, '2024-01-29', 'JW-02.in-writing@2015-01-01'],
    ['PW-01 special assistance', { rule: 'awb-decision', law: 'participatiewet', startedOn: '2024-01-10' }, '2024-03-06', 'PW-01@2015-01-01'],
    ['PW-02 advance', { rule: 'pw-advance', startedOn: '2024-01-10' }, '2024-02-07', 'PW-02@2015-01-01'],
    ['AW-05 objection', { rule: 'objection', law: 'schuldhulp', startedOn: '2024-01-25' }, '2024-03-07', 'AW-05@1994-01-01'],
    ['AW-05 decision on it', { rule: 'objection-decision', law: 'wmo', startedOn: '2024-03-07' }, '2024-04-18', 'AW-05.decision@2009-10-01'],
    ['AW-05 with a committee', { rule: 'objection-committee-decision', law: 'wmo', startedOn: '2024-03-07' }, '2024-05-30', 'AW-05.committee@2009-10-01'],
    ['BO-09 arranging phase', { rule: 'arrangement', startedOn: '2024-02-01' }, '2024-05-31', 'BO-09@2012-07-01'],
    ['BO-10 reply of a creditor, not moved off Easter Monday', { rule: 'balance-answer', startedOn: '2024-03-04' }, '2024-04-01', 'BO-10@2012-07-01'],
    ['FR-10 report to the court', { rule: 'freeze-report-to-court', startedOn: '2024-04-11' }, '2024-04-25', 'FR-10@2008-01-01'],
    ['VS-04 contact after a signal', { rule: 'early-signal-contact', startedOn: '2023-11-13' }, '2023-11-27', 'VS-04.contact@2021-01-01'],
    ['VS-04 assessment of a signal', { rule: 'early-signal-assessment', startedOn: '2023-11-13' }, '2023-12-11', 'VS-04.assessment@2021-01-01'],
  ])('%s', (_, facts, due, parameterVersion) => {
    expect(computeClock({ ...facts, asOf: facts.startedOn })).toMatchObject({ due, baseDue: due, parameterVersion, state: 'running' });
  });

  it('covers every rule, with a term in a unit of time and a sentence in both languages', () => {
    for (const rule of clockRuleNames) {
      const clock = computeClock({ rule, startedOn: '2026-01-15', asOf: '2026-01-15' });
      expect(clock.rule).toBe(rule);
      expect(['days', 'workingDays', 'weeks']).toContain(clock.limit.unit);
      expect(clock.explanation.nl).toContain(clock.article);
      expect(clock.explanation.en).toContain(clock.article);
    }
  });

  it('takes the law of the application, and the first of the rule without one', () => {
    const facts = { rule: 'awb-decision', startedOn: '2024-01-15', asOf: '2024-01-15' } as const;
    expect(computeClock({ ...facts, law: 'participatiewet' })).toMatchObject({ law: 'participatiewet', parameterVersion: 'PW-01@2015-01-01' });
    expect(computeClock({ ...facts, law: 'wmo' }).law).toBe('jeugd');
  });

  it('reminds a creditor halfway', () => {
    expect(computeClock({ rule: 'balance-answer', startedOn: '2024-02-01', asOf: '2024-02-01' }).reminderOn).toBe('2024-02-15');
    expect(computeClock({ ...youth, asOf: '2024-02-01' }).reminderOn).toBeUndefined();
  });
});

describe('the state of a clock', () => {
  const facts = { rule: 'wgs-first-conversation', startedOn: '2023-11-27' } as const;

  it('runs up to and including its last day, with the days left', () => {
    expect(computeClock({ ...facts, asOf: '2023-12-21' })).toMatchObject({ state: 'running', running: true, daysLeft: 6, workTarget: '2023-12-21' });
    expect(computeClock({ ...facts, asOf: '2023-12-27' })).toMatchObject({ state: 'running', daysLeft: 0 });
  });

  it('is breached from the day after, and ticks on', () => {
    expect(computeClock({ ...facts, asOf: '2023-12-28' })).toMatchObject({ state: 'breached', running: true, daysLeft: -1 });
  });

  it.each([['2023-12-21', 'met'], ['2023-12-27', 'met'], ['2023-12-28', 'met-late']])('met on %s is %s', (metOn, state) => {
    const clock = computeClock({ ...facts, metOn, asOf: '2024-06-01' });
    expect(clock).toMatchObject({ state, metOn, running: false });
    expect(clock.daysLeft).toBeUndefined();
  });

  it('does not know yet what happened after the day that is looked at', () => {
    const clock = computeClock({ ...facts, metOn: '2023-12-21', asOf: '2023-12-20' });
    expect(clock.state).toBe('running');
    expect(clock.metOn).toBeUndefined();
  });
});

describe('a clock that stands still (AW-02)', () => {
  it('adds the days from the day after the request to the day before completion: the youth application', () => {
    const clock = computeClock({ ...youth, suspensions: [asked], metOn: '2024-03-15', asOf: '2024-03-15' });
    expect(clock).toMatchObject({
      baseDue: '2024-03-11', due: '2024-03-18', suspendedDays: 6, suspensions: [{ ...asked, days: 6 }], state: 'met', provisional: false,
    });
  });

  it('shows while it stands the last day that would follow if it ran again today', () => {
    const open = { ...youth, suspensions: [{ from: '2024-01-22' }] };
    expect(computeClock({ ...open, asOf: '2024-01-22' })).toMatchObject({ state: 'suspended', running: false, suspendedDays: 0, provisional: true, due: '2024-03-11' });
    expect(computeClock({ ...open, asOf: '2024-01-29' })).toMatchObject({ state: 'suspended', suspendedDays: 6, due: '2024-03-18', daysLeft: 49 });
    expect(computeClock({ ...open, asOf: '2025-01-29' }).state).toBe('suspended');
  });

  it('runs again on the day of completion', () => {
    expect(computeClock({ ...youth, suspensions: [asked], asOf: '2024-01-28' })).toMatchObject({ state: 'suspended', provisional: false, due: '2024-03-18' });
    expect(computeClock({ ...youth, suspensions: [asked], asOf: '2024-01-29' })).toMatchObject({ state: 'running', due: '2024-03-18' });
  });

  it('does not stand when completed on the day asked or the day after', () => {
    for (const until of ['2024-01-22', '2024-01-23', '2024-01-20'])
      expect(computeClock({ ...youth, suspensions: [{ from: '2024-01-22', until }], asOf: '2024-02-01' }).suspendedDays).toBe(0);
  });

  it('counts a day once when suspensions overlap, and adds separate ones', () => {
    const overlapping = [asked, { from: '2024-01-24', until: '2024-01-31' }];
    expect(computeClock({ ...youth, suspensions: overlapping, asOf: '2024-02-01' }).suspendedDays).toBe(8);
    const separate = [{ from: '2024-02-05', until: '2024-02-08' }, asked];
    expect(computeClock({ ...youth, suspensions: separate, asOf: '2024-03-01' })).toMatchObject({ suspendedDays: 8, due: '2024-03-19' });
  });

  it('no longer stands once it has been met, and never before it started', () => {
    expect(computeClock({ ...youth, suspensions: [{ from: '2024-01-22' }], metOn: '2024-01-26', asOf: '2024-03-01' }))
      .toMatchObject({ state: 'met', suspendedDays: 3, provisional: false });
    expect(computeClock({ ...youth, suspensions: [{ from: '2024-01-01', until: '2024-01-18' }], asOf: '2024-03-01' }).suspendedDays).toBe(2);
  });

  it('cannot be stopped after it ran out', () => {
    const late = { ...youth, suspensions: [{ from: '2024-03-11', until: '2024-04-01' }], asOf: '2024-03-20' };
    expect(computeClock(late)).toMatchObject({ suspendedDays: 0, due: '2024-03-11', state: 'breached' });
  });

  it('keeps the last day of whoever asks on a last day that was moved off a weekend', () => {
    // Eight weeks from Sunday 14 January end on Sunday 10 March, moved to Monday; asked on that Sunday, one day stands.
    const moved = { rule: 'awb-decision', startedOn: '2024-01-14', suspensions: [{ from: '2024-03-10', until: '2024-03-12' }], asOf: '2024-03-12' } as const;
    expect(computeClock(moved)).toMatchObject({ baseDue: '2024-03-11', suspendedDays: 1, due: '2024-03-12', state: 'running' });
  });

  it('is for decisions only', () => {
    const threat = { rule: 'wgs-first-conversation-threat', startedOn: '2025-01-27', suspensions: [{ from: '2025-01-28' }], asOf: '2025-01-29' } as const;
    expect(computeClock(threat)).toMatchObject({ state: 'running', suspensions: [], suspendedDays: 0, due: '2025-01-30' });
  });
});

describe('an extended clock (AW-01)', () => {
  it('ends on the day that was told, but never earlier than before', () => {
    expect(computeClock({ ...youth, extension: { newDue: '2024-04-08' }, asOf: '2024-03-20' }))
      .toMatchObject({ baseDue: '2024-03-11', due: '2024-04-08', extendedTo: '2024-04-08', state: 'running' });
    expect(computeClock({ ...youth, suspensions: [asked], extension: { newDue: '2024-03-12' }, asOf: '2024-03-20' }).due).toBe('2024-03-18');
  });

  it('moves on with days that the clock stands after it was told', () => {
    const extension = { newDue: '2024-04-08', toldOn: '2024-03-01' };
    const suspensions = [asked, { from: '2024-03-18', until: '2024-03-25' }];
    expect(computeClock({ ...youth, suspensions, extension, asOf: '2024-03-26' }))
      .toMatchObject({ due: '2024-04-15', suspendedDays: 12, suspensions: [{ days: 6 }, { days: 6 }] });
  });
});

describe('a clock explains itself', () => {
  it('names rule and article, the weekend or holiday, and the outcome', () => {
    expect(computeClock({ rule: 'wgs-first-conversation', startedOn: '2023-11-27', metOn: '2023-12-21', asOf: '2024-01-01' }).explanation).toEqual({
      nl: 'De gemeente heeft 4 weken voor het eerste gesprek over de hulpvraag, geteld vanaf de dag na 27 november 2023 (Wgs 4 lid 1). ' +
        '25 december 2023 is een weekend of feestdag, daarom telt 27 december 2023 (Atw 1). De laatste dag is 27 december 2023. ' +
        'Dit is op tijd gedaan, op 21 december 2023.',
      en: 'The municipality has 4 weeks for the first conversation about the help question, counted from the day after 27 November 2023 (Wgs 4 lid 1). ' +
        '25 December 2023 is a weekend or holiday, so 27 December 2023 counts (Atw 1). The last day is 27 December 2023. ' +
        'This was done in time, on 21 December 2023.',
    });
  });

  it('says that the last day is not fixed while the clock stands', () => {
    const { nl } = computeClock({ ...youth, suspensions: [{ from: '2024-01-22' }], asOf: '2024-01-29' }).explanation;
    expect(nl).toContain('De klok stond 6 dagen stil (Awb 4:15).');
    expect(nl).toContain('Vanaf de dag na 22 januari 2024 staat de klok stil (Awb 4:15).');
    expect(nl).toContain('De laatste dag staat nog niet vast. Loopt de klok op 29 januari 2024 weer, dan is het 18 maart 2024.');
  });

  it('tells of an extension, of lateness, and of a day that passed', () => {
    const extended = { ...youth, extension: { newDue: '2024-04-08' } };
    expect(computeClock({ ...extended, asOf: '2024-04-09' }).explanation.en)
      .toContain('The municipality extended the term to 8 April 2024 (Awb 4:14). The last day is 8 April 2024. That day has passed.');
    expect(computeClock({ ...extended, metOn: '2024-04-09', asOf: '2024-04-09' }).explanation.nl).toContain('Dit is te laat gedaan, op 9 april 2024.');
  });

  it('warns about a rule that a jurist must confirm, that does not move, or that was not in force yet', () => {
    const { nl } = computeClock({ rule: 'balance-answer', startedOn: '2024-03-04', asOf: '2024-03-04' }).explanation;
    expect(nl).toContain('Een weekend of feestdag verschuift deze termijn niet.');
    expect(nl).toContain('Een jurist moet deze regel nog bevestigen.');
    expect(computeClock({ rule: 'wmo-decision', startedOn: '2010-03-01', asOf: '2010-03-01' }).explanation.en)
      .toContain('The clock started before this rule was in force; the oldest rule known is used.');
  });
});

describe('another law or calendar', () => {
  it('counts by the law that it is given, from the day the clock started', () => {
    const law = lawWith([{ key: 'youth-decision-term', value: 6, from: '2024-01-16', name: 'ordinance' }]);
    expect(computeClock({ ...youth, asOf: '2024-02-01' }, { law }).due).toBe('2024-03-11');
    expect(computeClock({ ...youth, startedOn: '2024-01-16', asOf: '2024-02-01' }, { law }))
      .toMatchObject({ due: '2024-02-27', parameterVersion: 'JW-01@2015-01-01~ordinance' });
  });

  it('moves off a day that a decree equates with a holiday', () => {
    const calendar = calendarWith([{ day: '2024-03-11', decree: 'an example' }]);
    expect(computeClock({ ...youth, asOf: '2024-02-01' }, { calendar }).due).toBe('2024-03-12');
  });
});
