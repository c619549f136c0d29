import { trajectoryEvents } from '@perspectief/trajectory-domain';
import { eventIdOf, historyOf, told } from '../testing/facts.js';
import { wholeTrajectory } from '../testing/whole-trajectory.js';
import { pageOf, placeOf } from './paging.js';
import { amountInWords } from './sentence.js';
import { trackOf } from './sentences/index.js';
import { timelineOf } from './timeline.js';

const NAME = 'timeline';
const told60 = wholeTrajectory(NAME);
const corrected = told('2025-01-03', 'DateCorrected', { eventId: eventIdOf(NAME, 2), happenedOn: '2023-12-19', reason: 'een dag later' });
const late = told('2024-01-02', 'ContactLogged', { contactId: 'c', kind: 'call', reached: false }, '2025-01-04T10:00:00.000Z');
const entries = timelineOf(historyOf(NAME, [...told60, late, corrected]));

describe('the timeline', () => {
  it('goes by the day on which things happened, then by their place in the log', () => {
    const places = entries.map(({ happenedOn, position }) => `${happenedOn} ${position}`);
    expect(places).toEqual([...places].sort());
    expect(entries.findIndex(({ type }) => type === 'ContactLogged')).toBeLessThan(entries.findIndex(({ type }) => type === 'TandemProposed'));
  });

  it('marks what was recorded more than a day after it happened', () => {
    expect(entries.filter(({ late }) => late).map(({ type }) => type)).toEqual(['ContactLogged']);
  });

  it('shows a corrected date with what was said first, and the correction as an entry', () => {
    expect(entries.find(({ type }) => type === 'CoachAssigned')).toMatchObject({
      happenedOn: '2023-12-19T00:00:00',
      corrected: { firstSaidOn: '2023-12-18T09:30:00', reason: 'een dag later' },
    });
    expect(entries.find(({ type }) => type === 'DateCorrected')?.corrects).toBe(eventIdOf(NAME, 2));
  });

  it('names amounts as people write them', () => {
    expect(amountInWords(123450)).toEqual({ nl: '€ 1.234,50', en: '€1,234.50' });
    expect(entries.find(({ type }) => type === 'BuyOutPaid')?.sentence).toEqual({
      nl: 'Alle schuldeisers zijn betaald, samen € 900,00.',
      en: 'All creditors are paid, €900.00 in all.',
    });
  });

  it('says what ids stand for', () => {
    expect(entries.find(({ type }) => type === 'FreezeLifted')?.sentence.nl).toBe('Het smalle moratorium is eerder gestopt.');
    expect(entries.find(({ type }) => type === 'CreditorPaid')?.sentence.nl).toBe('Woonstad Noord kreeg € 615,02.');
  });

  it.each(Object.keys(trajectoryEvents))('knows a track for %s', (type) => {
    const own = ['TrajectoryOpened', 'TrajectoryClosed'].includes(type) || trackOf(type as never) !== 'intake';
    expect(own || /^(Coach|Application|Clock|Investigation|Term|Advance|First|Intake)/.test(type)).toBe(true);
  });

  it('filters by track, law and person', () => {
    const only = (filter: Parameters<typeof pageOf>[1]) => pageOf(entries, filter, 200).items;
    expect(new Set(only({ tracks: ['tandem'] }).map(({ track }) => track))).toEqual(new Set(['tandem']));
    expect(new Set(only({ domains: ['schuldhulp'] }).map(({ domain }) => domain))).toEqual(new Set(['schuldhulp']));
    expect(only({ person: 'expert' }).map(({ type }) => type)).toEqual(['TandemProposed', 'ActionPlanned']);
  });

  it('pages without a gap or a double', () => {
    const seen: string[] = [];
    let after: readonly string[] | undefined;
    for (;;) {
      const page = pageOf(entries, {}, 7, after);
      seen.push(...page.items.map(({ eventId }) => eventId));
      const last = page.items.at(-1);
      if (!page.hasNext || !last) break;
      after = placeOf(last);
    }
    expect(seen).toEqual(entries.map(({ eventId }) => eventId));
  });
});
