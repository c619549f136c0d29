import { eventIdOf, historyOf, told } from '../testing/facts.js';
import { wholeTrajectory } from '../testing/whole-trajectory.js';
import { effectiveEvents } from './effective-events.js';
import { foldPage } from './fold-page.js';

const NAME = 'two clocks';
const base = wholeTrajectory(NAME).slice(0, 5);
const held = base.findIndex(({ type }) => type === 'FirstConversationHeld') + 1;
const correction = told('2024-02-01', 'DateCorrected', { eventId: eventIdOf(NAME, held), happenedOn: '2023-12-22', reason: 'verkeerd ingevuld' }, '2024-02-01T12:00:00.000Z');
const history = historyOf(NAME, [...base, correction]);
const conversation = (at: Parameters<typeof effectiveEvents>[1]) => effectiveEvents(history, at).find(({ type }) => type === 'FirstConversationHeld');

describe('what was known and had happened', () => {
  it('is everything when no moment is asked for, under the corrected date', () => {
    expect(effectiveEvents(history)).toHaveLength(history.length);
    expect(conversation({})).toMatchObject({ happenedOn: '2023-12-22T00:00:00', corrected: { firstSaidOn: '2023-12-21T00:00:00', reason: 'verkeerd ingevuld' } });
  });

  it('is under the old date as known before the correction', () => {
    const before = conversation({ knownAt: '2024-02-01T11:59:59.999Z' });
    expect(before?.happenedOn).toBe('2023-12-21T00:00:00');
    expect(before?.corrected).toBeUndefined();
  });

  it('knows the correction from the moment that it was recorded', () => {
    expect(conversation({ knownAt: '2024-02-01T12:00:00.000Z' })?.happenedOn).toBe('2023-12-22T00:00:00');
  });

  it('leaves out what happened after the day, by the corrected date', () => {
    expect(conversation({ asOf: '2023-12-21' })).toBeUndefined();
    expect(conversation({ asOf: '2023-12-22' })).toBeDefined();
    expect(conversation({ asOf: '2023-12-21', knownAt: '2024-01-31T00:00:00.000Z' })).toBeDefined();
  });

  it('takes the last of two corrections', () => {
    const twice = historyOf(NAME, [...base, correction, { ...correction, data: { ...correction.data, happenedOn: '2023-12-27' } }]);
    expect(effectiveEvents(twice).find(({ type }) => type === 'FirstConversationHeld')?.happenedOn).toBe('2023-12-27T00:00:00');
  });

  it('is nothing before the trajectory opened', () => {
    expect(foldPage(effectiveEvents(history, { asOf: '2023-12-17' })).phase).toBe('none');
  });
});
